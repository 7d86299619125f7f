import { count } from '../../say';
import type { Section } from '../../language';

export const packs: Section<'packs'> = {
  title: 'Le dossier',
  what: 'Ordre du jour, interventions, recommandations, tableau de résultats, retards, changements depuis la réunion précédente, points focaux et contestations ouvertes. Aucune coordonnée.',
  short: { html: 'page', xlsx: 'XLSX', csv: 'CSV', json: 'JSON' },
  forms: { html: 'Une page à lire et à imprimer (HTML)', xlsx: 'Un classeur (XLSX)', csv: 'Des tableaux (CSV, zip)', json: 'Pour les logiciels (JSON)', manifest: 'Sa composition (manifeste)' },
  size: (bytes: number) => `${count(Math.max(1, Math.round(bytes / 1024)))} ko`,
  next: 'Prochaine réunion :', underWay: 'En cours :', last: 'Dernière réunion :', its: 'son dossier :',
  sum: 'SHA-256 du fichier',
  moving: 'Ces liens le composent à partir de ce que contient le registre au moment où on les suit.',
  held: 'Ces liens le composent à partir de ce que contenait le registre à la position de l’adresse de cette page.',
  pin: 'L’épingler et afficher l’empreinte de chaque fichier',
  pinned: (day: string) => `Épinglé : la situation au ${day}, d’après ce que contenait le registre à cette position. Ces liens donnent toujours les mêmes octets ; les empreintes le prouvent.`,
};
