// What the catalogue says of a type to people; the rest is for programs.
export const aboutType = (description: string): string => description.split(' About: ')[0]!;
