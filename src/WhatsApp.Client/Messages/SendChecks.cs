namespace WhatsApp.Client;

/// <summary>What is checked before a send: the message's own limits, and the rules between message, recipient and options.</summary>
internal static class SendChecks
{
    private const int MaxCallbackData = 512;

    /// <param name="isMarketing">Whether it goes to the marketing endpoint, which takes templates only.</param>
    /// <exception cref="InvalidMessageException">At least one limit or rule is broken; all are listed.</exception>
    public static void ThrowIfInvalid(Recipient to, OutgoingMessage message, SendOptions? options, bool isMarketing)
    {
        List<MessageFault>? faults = null;
        var checks = new MessageChecks(ref faults);
        message.Collect(checks);
        CheckRecipient(checks, to, message);
        if (isMarketing && message.Type != "template")
            checks.Add("type", MessageFaultKind.NotAllowed);
        if (options is not null)
            CheckOptions(checks, message, options, isMarketing);
        if (faults is not null)
            throw new InvalidMessageException(faults);
    }

    private static void CheckRecipient(MessageChecks checks, Recipient to, OutgoingMessage message)
    {
        var isGroup = to is Recipient.Group;
        if (isGroup ? message.Type == "interactive" : message.Type == "pin")
            checks.Add("recipient_type", MessageFaultKind.NotAllowed);
        if (to is Recipient.User && message is TemplateMessage { OneTimePassword: not null })
            checks.Add("recipient", MessageFaultKind.NotAllowed);
    }

    private static void CheckOptions(MessageChecks checks, OutgoingMessage message, SendOptions options, bool isMarketing)
    {
        if (options.ReplyTo is { Value.Length: > 0 } && message.Type is "reaction" or "pin")
            checks.Add("context", MessageFaultKind.NotAllowed);
        if (options.BizOpaqueCallbackData is { } data)
            checks.Length("biz_opaque_callback_data", data, MaxCallbackData);
        checks.Optional("recipient_identity_key_hash", options.RecipientIdentityKeyHash, int.MaxValue);
        checks.Optional("messaging_account_id", options.MessagingAccountId, int.MaxValue);
        options.DirectSend?.Check(checks, message);
        if (isMarketing && options.DirectSend is not null)
            checks.Add("category", MessageFaultKind.NotAllowed);
        if (!isMarketing && options.MessageActivitySharing is not null)
            checks.Add("message_activity_sharing", MessageFaultKind.NotAllowed);
    }
}
