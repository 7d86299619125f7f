// Every event type, once. To add one: declare its struct in types/, add it to EventTypes, and let the tests name what is
// still missing (schema, example, golden file, rule row).
#pragma once

#include <boost/mp11.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "events/types/capacity.h"
#include "events/types/companies.h"
#include "events/types/contest.h"
#include "events/types/cooperation.h"
#include "events/types/knowledge.h"
#include "events/types/law.h"
#include "events/types/meetings.h"
#include "events/types/people.h"
#include "events/types/plans.h"
#include "events/types/programmes.h"
#include "events/types/progress.h"
#include "events/types/promises.h"
#include "events/types/registry.h"
#include "events/types/youth.h"

namespace rollcall::events {

using EventTypes = boost::mp11::mp_list<
    DeclarationAdopted, DeclarationLeft, TreatySigned, TreatyRatified, TreatyDenounced, TreatyDeclarationMade,
    PlanAdopted, PlanRevised, PlanEvaluated, PlanEnded,
    FocalPointDesignated, FocalPointEnded, RapporteurAppointed, RapporteurEnded,
    DataCollectionEstablished, IndicatorReported, ResearchPublished,
    YouthCommitteeEstablished, YouthCommitteeEnded, ParticipationReported,
    LegislationEnacted, LegislationRepealed,
    AgreementSigned, AgreementEnded, ReferralMechanismMapped, ProtectionSystemEvaluated, TaskforceEstablished, HotlineOpened, HotlineClosed,
    TrainingDelivered, ResourcesCommitted, ProgrammeStarted, ProgrammeReported, ProgrammeEnded,
    CodeOfConductSigned, CodeOfConductReported, CodeOfConductWithdrawn, SafeguardDeployed,
    MeetingConvened, MeetingAgendaSet, MeetingParticipantRegistered, MeetingContributionMade, MeetingRecommendationAdopted, MeetingConcluded,
    ProgressReported, TrendReported, RecommendationReceived,
    ClaimCorroborated, ClaimDisputed, EventCorrected, EventRetracted,
    CountryRegistered, StakeholderRegistered, StakeholderAmended, StakeholderEnded, CredentialIssued, CredentialRevoked,
    RegionDefined, RegionAmended, MembershipStarted, MembershipEnded, FrameworkDefined, FrameworkAmended,
    CommitmentDefined, CommitmentAmended, CommitmentSuperseded, CommitmentMapped, CommitmentUnmapped, InstrumentDefined, InstrumentAmended,
    LedgerDescribed>;

// What an admitted event says, decoded.
using EventData = boost::mp11::mp_rename<EventTypes, std::variant>;

inline constexpr std::string_view kTypePrefix = "org.rollcall.";
inline constexpr std::string_view kTypeSuffix = ".v1";

template <class T>
std::string type_of() { return std::string(kTypePrefix) + std::string(T::info.name) + std::string(kTypeSuffix); }

// "org.rollcall.treaty.ratified.v1" -> "treaty.ratified"; nothing for a name of another shape.
std::optional<std::string_view> short_type(std::string_view type);

const TypeInfo* find_type(std::string_view type);  // by the full name; null: unknown
std::string nearest_type(std::string_view type);   // the full name that a mistyped one probably meant

}  // namespace rollcall::events
