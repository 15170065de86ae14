using static WhatsApp.Client.WhatsAppErrorCategory;
using static WhatsApp.Client.WhatsAppRetryClass;

namespace WhatsApp.Client;

internal static partial class WhatsAppErrorTable
{
    /// <summary>Registering numbers, usernames, block lists, onboarding and routing.</summary>
    private static ErrorRow[] NumbersRows =>
    [
        new(133000, "deregistration_incomplete", Registration, NotProcessed, "The last deregistration is not finished; wait and register again."),
        new(133004, "registration_unavailable", Registration, NotProcessed, "The registration server is down for a moment."),
        new(133005, "pin_wrong", Registration, FixRequest, "The two-step PIN is wrong; enter the right one or reset it in WhatsApp Manager."),
        new(133006, "verification_needed", Registration, FixRequest, "Verify the number by SMS or call before you register it."),
        new(133008, "too_many_pin_guesses", Registration, WaitLong, "The PIN was guessed too often; wait as long as the details say."),
        new(133009, "pin_guessed_too_fast", Registration, WaitLong, "The PIN was entered too quickly; wait as long as the details say."),
        new(133010, "number_not_registered", Registration, WhatsAppRetryClass.Account, "Register the number on the Cloud API first."),
        new(133015, "number_recently_deleted", Registration, NotProcessed, "The number was deleted a moment ago; wait five minutes."),
        new(133016, "registration_limit", Registration, WaitLong, "The number was registered too often in 72 hours; wait that long."),
        new(136024, "already_verified", Registration, FixRequest, "The number is verified already; go on to the next step."),
        new(139100, "block_partly_failed", BlockList, FixRequest, "Some people could not be blocked; see the details for each."),
        new(139101, "block_list_full", BlockList, FixRequest, "The block list is full; unblock somebody first."),
        new(139102, "block_list_busy", BlockList, NotProcessed, "The block list was changed at the same time; try again."),
        new(139103, "block_list_failed", BlockList, UnknownOutcome, "The block list could not be changed for a moment."),
        new(147001, "username_unavailable", Username, FixRequest, "This username is taken or not allowed; choose another."),
        new(147002, "username_not_eligible", Username, FixRequest, "The account may not have a username yet."),
        new(147003, "facebook_not_linked", Username, FixRequest, "Link the Facebook page that owns this username."),
        new(147004, "instagram_not_linked", Username, FixRequest, "Link the Instagram account that owns this username."),
        new(147005, "username_transfer_needed", Username, FixRequest, "The username belongs to another number of yours; transfer it."),
        new(1752041, "onboarding_duplicate", Onboarding, FixRequest, "This request was made already; nothing is left to do."),
        new(2388012, "migration_failed", Registration, FixRequest, "The number cannot be moved or registered like this; see the details."),
        new(2388091, "number_not_usable", Registration, FixRequest, "The number cannot be registered here; see the details."),
        new(2388093, "number_state_wrong", Registration, FixRequest, "The number is in a state in which it cannot be registered or moved; see the details."),
        new(2388103, "number_move_refused", Registration, FixRequest, "The number cannot be moved between these accounts; see the details."),
        new(2494164, 2494179, "signup_link_refused", Onboarding, FixRequest, "The sign-up link cannot be made or changed like this; see the details."),
        new(2494191, "escalation_partner_only", Routing, FixRequest, "Only the escalation partner may take this conversation."),
        new(2593107, "sync_already_requested", Onboarding, FixRequest, "The history was asked for already; it comes only once."),
        new(2593108, "sync_window_passed", Onboarding, FixRequest, "The time to ask for the history has passed; the number must be onboarded again."),
        new(2593109, "sync_not_eligible", Onboarding, FixRequest, "This number has no history to share."),
    ];
}
