namespace WhatsApp.Client.Webhooks;

/// <summary>Joins a person's ids with their contact card, in events that are read from a tree.</summary>
internal static class People
{
    /// <param name="contacts">The value's <c>contacts</c>.</param>
    /// <param name="userId">The person's user id, if known.</param>
    /// <param name="parentUserId">Their parent user id, if known.</param>
    /// <param name="waId">Their number, if known.</param>
    public static MessageSender Of(JsonTree contacts, string? userId, string? parentUserId, string? waId)
    {
        var card = contacts.Elements.FirstOrDefault(one => userId is not null && one.Id("user_id") == userId)
            ?? contacts.Elements.FirstOrDefault(one => waId is not null && one.Id("wa_id") == waId && (userId is null || one.Id("user_id") is null))
            ?? JsonTree.Missing;
        return new MessageSender
        {
            UserId = userId ?? card.Id("user_id"),
            ParentUserId = parentUserId ?? card.Id("parent_user_id"),
            WaId = waId ?? card.Id("wa_id"),
            Username = card["profile"].Id("username"),
            ProfileName = card["profile"].Id("name"),
        };
    }
}
