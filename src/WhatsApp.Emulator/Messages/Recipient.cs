using System.Text.Json.Nodes;

namespace WhatsApp.Emulator;

/// <summary>Whom a send is for: found by phone (<c>to</c>), by user id (<c>recipient</c>), or a group.</summary>
/// <param name="Input">As the caller wrote it.</param>
/// <param name="WaId">Canonical digits when sent by phone.</param>
/// <param name="UserId">The user id when sent by user id.</param>
/// <param name="Phone">The person, or null when nobody has this address.</param>
internal sealed record Recipient(string Input, string? WaId, string? UserId, EmulatedPhone? Phone)
{
    public bool ByPhone => WaId is not null;

    /// <summary>Set when it is for a group.</summary>
    public EmulatedGroup? Group { get; private init; }

    /// <summary>A user id in <c>to</c>: answered with 200, then nothing ever happens.</summary>
    public bool IsLost { get; private init; }

    public static Recipient Read(Param body, EmulatedNumber number, EmulatedCloud cloud)
    {
        var type = body.FindText("recipient_type", 100) ?? "individual";
        if (type == "group")
            return ByGroup(body.NeedText("to", 200), number, cloud);
        if (type != "individual")
            throw new GraphException(GraphError.Unsupported($"Param recipient_type must be one of {{INDIVIDUAL, GROUP}} - got \"{type}\"."));

        if (body.FindText("to", 200) is { Length: > 0 } to)
            return ByNumber(to, number, cloud);
        if (body.FindText("recipient", 200) is not { Length: > 0 } userId)
            throw new GraphException(GraphError.MissingTopLevel("to"));
        if (!RecipientIds.IsUserId(userId))
            throw new GraphException(GraphError.Invalid("Param recipient is not a business-scoped user id."));
        return new Recipient(userId, null, userId, cloud.People.ByUserId(number, userId));
    }

    public JsonObject ToContact()
    {
        var contact = new JsonObject { ["input"] = Input };
        if (WaId is not null)
            contact["wa_id"] = WaId;
        else if (UserId is not null)
            contact["user_id"] = UserId;
        return contact;
    }

    private static Recipient ByGroup(string id, EmulatedNumber number, EmulatedCloud cloud)
    {
        if (cloud.Nodes.GetValueOrDefault(id) is not EmulatedGroup group || group.Number != number || group.IsDeleted)
            throw new GraphException(GraphError.Of(131041, "No group has this id."));
        if (group.IsSuspended)
            throw new GraphException(GraphError.Of(131207, "The group is suspended."));
        if (group.Members.Count == 0)
            throw new GraphException(GraphError.Of(131020, "The group has no member besides the business."));
        return new Recipient(id, null, null, null) { Group = group };
    }

    private static Recipient ByNumber(string to, EmulatedNumber number, EmulatedCloud cloud)
    {
        if (RecipientIds.IsUserId(to))
            return new Recipient(to, RecipientIds.DigitsOf(to), null, null) { IsLost = true };
        if (RecipientIds.PhoneDigits(to) is not { } digits)
            throw new GraphException(GraphError.Invalid("Param to is not a phone number."));
        if (digits == number.Digits)
            throw new GraphException(GraphError.Of(131021, "Sender and recipient are the same number."));
        if (number.AllowedRecipients is { } allowed && !allowed.Contains(digits))
            throw new GraphException(GraphError.Of(131030, "The recipient is not in the list of allowed recipients of this test number."));

        // The answer names the number as WhatsApp knows it, which may be spelled otherwise than asked for.
        var phone = cloud.People.ByWaId(digits);
        return new Recipient(to, phone?.WaId ?? digits, null, phone);
    }
}
