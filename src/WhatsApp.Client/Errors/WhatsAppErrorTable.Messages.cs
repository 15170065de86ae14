using static WhatsApp.Client.WhatsAppErrorCategory;
using static WhatsApp.Client.WhatsAppRetryClass;

namespace WhatsApp.Client;

internal static partial class WhatsAppErrorTable
{
    /// <summary>Messages and the people they are for.</summary>
    private static ErrorRow[] MessagesRows =>
    [
        new(130403, "business_blocked_person", WhatsAppErrorCategory.Recipient, PermanentForRecipient, "Your business has blocked this person; unblock them to write to them."),
        new(130429, "throughput_reached", Rate, NotProcessed, "The number sends faster than it may; slow down."),
        new(130472, "marketing_experiment", WhatsAppErrorCategory.Recipient, PermanentForRecipient, "This person is in an experiment of the platform and gets no marketing messages."),
        new(130497, "country_not_allowed", WhatsAppErrorCategory.Recipient, PermanentForRecipient, "This account may not write to people in this country."),
        new(131008, "parameter_missing", Request, FixRequest, "Add the parameter that is missing."),
        new(131009, "parameter_value_invalid", Request, FixRequest, "Correct the parameter with a wrong value, such as an old or unknown message id."),
        new(131020, "group_recipient_invalid", Group, FixRequest, "A message cannot go to this group; it needs at least one other member."),
        new(131021, "recipient_is_sender", Request, FixRequest, "A number cannot write to itself; use another recipient."),
        new(131026, "undeliverable", WhatsAppErrorCategory.Recipient, PermanentForRecipient, "This person cannot get the message on WhatsApp; ask them to update the app and accept the terms, or use another channel."),
        new(131030, "recipient_not_allowed", WhatsAppErrorCategory.Recipient, FixRequest, "Add the person to the allowed numbers of the test number."),
        new(131041, "group_unknown", Group, FixRequest, "There is no such group; check its id."),
        new(131047, "window_closed", Window, FixRequest, "More than 24 hours passed since this person wrote; send a template instead."),
        new(131048, "spam_limit", Policy, WaitLong, "The number is restricted because people blocked or reported it; send less and only what people asked for."),
        new(131049, "ecosystem_limit", Marketing, WaitLong, "This person has had enough marketing for now; try again after a day at the earliest."),
        new(131050, "marketing_stopped", WhatsAppErrorCategory.Recipient, PermanentForRecipient, "This person stopped marketing messages of your business; send them none."),
        new(131051, "type_unsupported", Request, FixRequest, "The platform does not support this type of message."),
        new(131052, "media_download_failed", Media, FixRequest, "The file could not be fetched from the person; ask them to send it again, or a smaller one."),
        new(131053, "media_upload_failed", Media, FixRequest, "The file could not be fetched or used; check its address, its type and its size."),
        new(131055, "method_not_allowed", Marketing, FixRequest, "This call is not allowed here; use the messages call."),
        new(131056, "pair_rate_limit", Rate, PairLimit, "This person got too many messages in a short time; wait before the next one."),
        new(131059, "group_cursor_invalid", Group, FixRequest, "Start the list of groups from the beginning: the page mark is not valid."),
        new(131060, "message_unavailable", Request, FixRequest, "The message cannot be shown here; ask the person to send it again."),
        new(131061, "bid_spec_template", Marketing, FixRequest, "Send this template through the marketing messages API."),
        new(131062, "user_id_not_supported", WhatsAppErrorCategory.Recipient, FixRequest, "This message needs a phone number; ask the person for theirs."),
        new(131063, "marketing_disabled", Marketing, FixRequest, "This account sends marketing templates through the marketing messages API only."),
        new(131064, "misclassification_limit", Policy, WaitLong, "Templates were in the wrong category too often; the limit is lifted by itself."),
        new(131070, "thread_owned_elsewhere", Routing, FixRequest, "Another app owns this conversation; take control of it first."),
        new(137000, "identity_changed", WhatsAppErrorCategory.Recipient, FixRequest, "The identity of this person changed; confirm it before you write again."),
    ];
}
