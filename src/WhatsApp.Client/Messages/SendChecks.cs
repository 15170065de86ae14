namespace WhatsApp.Client;

/// <summary>What is checked before a send: the message's own limits, and the rules between message, recipient and options.</summary>
internal static class SendChecks
{
    private const int MaxCallbackData = 512;

    /// <exception cref="InvalidMessageException">At least one limit or rule is broken; all are listed.</exception>
    public static void ThrowIfInvalid(Recipient to, OutgoingMessage message, SendOptions? options)
    {
        List<MessageFault>? faults = null;
        var checks = new MessageChecks(ref faults);
        message.Collect(checks);
        CheckRecipient(checks, to, message);
        if (options is not null)
            CheckOptions(checks, message, options);
        if (faults is not null)
            throw new InvalidMessageException(faults);
    }

    private static void CheckRecipient(MessageChecks checks, Recipient to, OutgoingMessage message)
    {
        var isGroup = to is Recipient.Group;
        if (isGroup ? message.Type == "interactive" : message.Type == "pin")
            checks.Add("recipient_type", MessageFaultKind.NotAllowed);
    }

    private static void CheckOptions(MessageChecks checks, OutgoingMessage message, SendOptions options)
    {
        if (options.ReplyTo is { Value.Length: > 0 } && message.Type is "reaction" or "pin")
            checks.Add("context", MessageFaultKind.NotAllowed);
        if (options.BizOpaqueCallbackData is { } data)
            checks.Length("biz_opaque_callback_data", data, MaxCallbackData);
    }
}
