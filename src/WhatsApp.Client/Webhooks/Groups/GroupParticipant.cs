namespace WhatsApp.Client.Webhooks;

/// <summary>A person in a group, or who was to be. Everything may be missing.</summary>
public sealed record GroupParticipant
{
    /// <summary>What the call named them by.</summary>
    public string? Input { get; init; }

    /// <summary>The phone number, digits only.</summary>
    public string? WaId { get; init; }

    /// <summary>The business-scoped user id.</summary>
    public string? UserId { get; init; }

    /// <summary>The parent user id.</summary>
    public string? ParentUserId { get; init; }

    /// <summary>The username.</summary>
    public string? Username { get; init; }

    /// <summary>Which ids are known, not what they are.</summary>
    public override string ToString() => $"GroupParticipant(user id: {UserId is not null}, phone: {WaId is not null})";

    internal static GroupParticipant Read(JsonTree json) => new()
    {
        Input = json.Id("input"),
        WaId = json.Id("wa_id"),
        UserId = json.Id("user_id"),
        ParentUserId = json.Id("parent_user_id"),
        Username = json.Id("username"),
    };
}
