namespace WhatsApp.Emulator;

/// <summary><c>{"status":"read","message_id":…}</c> with an optional typing indicator: blue ticks on the phone, no recipient named.</summary>
internal static class MarkRead
{
    public static GraphAnswer Apply(Param body, EmulatedNumber number, EmulatedCloud cloud)
    {
        body.AllowOnly("messaging_product", "status", "message_id", "typing_indicator", "recipient_type", "to", "recipient", "type");
        if (body.NeedText("status", 100) != "read")
            throw new GraphException(GraphError.Unsupported("Param status must be one of {READ}."));
        var id = body.NeedText("message_id", 500);
        var typing = body.FindObject("typing_indicator");
        if (typing is not null && typing.NeedText("type", 100) != "text")
            throw new GraphException(GraphError.Unsupported("Param typing_indicator['type'] must be one of {TEXT}."));

        if (!number.ChatOfMessage.TryGetValue(id, out var chat) || chat.Find(id) is not { IsFromBusiness: false } message)
            throw new GraphException(GraphError.Invalid("Param message_id is not a message this number received."));
        if (cloud.Time.GetUtcNow() - message.At > TimeSpan.FromDays(30))
            throw new GraphException(GraphError.Invalid("Param message_id is older than 30 days."));

        chat.BusinessReads(id);
        if (typing is not null)
            chat.BusinessTypes();
        return GraphAnswer.Success;
    }
}
