using static WhatsApp.Client.WhatsAppErrorCategory;
using static WhatsApp.Client.WhatsAppRetryClass;

namespace WhatsApp.Client;

internal static partial class WhatsAppErrorTable
{
    /// <summary>Groups and calls.</summary>
    private static ErrorRow[] ConversationsRows =>
    [
        new(131201, "group_partial_success", Group, FixRequest, "Some members could not be added or removed; see the details for each."),
        new(131202, "group_duplicate_participant", Group, FixRequest, "A person is named twice; name them once."),
        new(131204, "group_too_many_participants", Group, FixRequest, "A group cannot have so many members; name fewer."),
        new(131207, "group_suspended", Group, FixRequest, "The group is suspended for breaking a policy."),
        new(131208, "group_rate_limit", Rate, NotProcessed, "Too many group calls in a short time; slow down."),
        new(131209, "group_picture_ratio", Group, FixRequest, "The group picture must be square."),
        new(131210, "group_picture_size", Group, FixRequest, "The group picture has the wrong size."),
        new(131211, "group_count_limit", Group, FixRequest, "The number has as many groups as it may; delete some."),
        new(131212, "group_not_participant", Group, FixRequest, "This person is not a member of the group."),
        new(131213, "group_join_request_unknown", Group, FixRequest, "There is no such request to join; it may have been withdrawn."),
        new(131214, "group_creation_disabled", Group, FixRequest, "This number may not make groups."),
        new(131215, "group_not_eligible", Group, FixRequest, "This number may not use groups yet."),
        new(131201, 131215, "group_error", Group, FixRequest, "The group call was refused; see the details."),
        new(138000, "calling_not_enabled", Calling, FixRequest, "Switch calling on in the settings of the number."),
        new(138001, "receiver_uncallable", Calling, FixRequest, "This person cannot be called; they may use an old app."),
        new(138002, "concurrent_call_limit", Calling, WaitLong, "As many calls are running as may; wait until one ends."),
        new(138003, "call_duplicate", Calling, FixRequest, "A call with this person is running already."),
        new(138004, "call_connection_failed", Calling, FixRequest, "The call could not be connected; check the session description."),
        new(138005, "call_rate_limit", Calling, WaitLong, "Too many calls in a short time; wait."),
        new(138006, "call_permission_missing", Calling, FixRequest, "Ask this person for permission to call."),
        new(138007, "call_timeout", Calling, FixRequest, "The call was not connected in time."),
        new(138009, "call_permission_request_limit", Calling, WaitLong, "This person was asked for permission often enough; wait."),
        new(138012, "call_daily_limit", Calling, WaitLong, "This person was called often enough today; try tomorrow."),
        new(138018, "calling_cannot_be_enabled", Calling, FixRequest, "Calling cannot be switched on for this number; see the details."),
        new(138000, 138018, "call_error", Calling, FixRequest, "The call was refused; see the details."),
    ];
}
