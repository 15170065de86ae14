using System.Text.Json.Nodes;

namespace WhatsApp.Emulator;

/// <summary>Whom a send is for: found by phone (<c>to</c>) or by user id (<c>recipient</c>).</summary>
/// <param name="Input">As the caller wrote it.</param>
/// <param name="WaId">Canonical digits when sent by phone.</param>
/// <param name="UserId">The user id when sent by user id.</param>
/// <param name="Phone">The person, or null when nobody has this address.</param>
internal sealed record Recipient(string Input, string? WaId, string? UserId, EmulatedPhone? Phone)
{
    public bool ByPhone => WaId is not null;

    /// <summary>A user id in <c>to</c>: answered with 200, then nothing ever happens.</summary>
    public bool IsLost { get; private init; }

    public static Recipient Read(Param body, EmulatedNumber number, EmulatedCloud cloud)
    {
        var type = body.FindText("recipient_type", 100) ?? "individual";
        if (type == "group")
            throw new GraphException(GraphError.Of(131041, "No group has this id."));
        if (type != "individual")
            throw new GraphException(GraphError.Unsupported($"Param recipient_type must be one of {{INDIVIDUAL, GROUP}} - got \"{type}\"."));

        if (body.FindText("to", 200) is { Length: > 0 } to)
            return ByNumber(to, number, cloud);
        if (body.FindText("recipient", 200) is not { Length: > 0 } userId)
            throw new GraphException(GraphError.MissingTopLevel("to"));
        if (!RecipientIds.IsUserId(userId))
            throw new GraphException(GraphError.Invalid("Param recipient is not a business-scoped user id."));
        return new Recipient(userId, null, userId, cloud.PhoneByUserId(number, userId));
    }

    public JsonObject ToContact()
    {
        var contact = new JsonObject { ["input"] = Input };
        if (WaId is not null)
            contact["wa_id"] = WaId;
        else
            contact["user_id"] = UserId;
        return contact;
    }

    private static Recipient ByNumber(string to, EmulatedNumber number, EmulatedCloud cloud)
    {
        if (RecipientIds.IsUserId(to))
            return new Recipient(to, RecipientIds.DigitsOf(to), null, null) { IsLost = true };
        if (RecipientIds.PhoneDigits(to) is not { } digits)
            throw new GraphException(GraphError.Invalid("Param to is not a phone number."));
        if (digits == number.Digits)
            throw new GraphException(GraphError.Of(131021, "Sender and recipient are the same number."));
        return new Recipient(to, digits, null, cloud.PhoneByWaId(digits));
    }
}
