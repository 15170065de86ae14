using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>
/// Not written by a person: the platform tells of a change of who they are. Has no contact card, and often names nobody as sender.
/// See <see href="https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks/components#messages-object">the system object</see>.
/// </summary>
public abstract record SystemReceived : MessageReceived
{
    private protected SystemReceived()
    {
    }

    [SetsRequiredMembers]
    private protected SystemReceived(scoped in MessageParts parts, JsonTree json)
        : base(parts)
    {
        SystemType = json.Id("type") ?? "";
        Body = json.Id("body");
    }

    /// <summary>The platform's word, such as <c>user_changed_number</c>. Empty when absent.</summary>
    public required string SystemType { get; init; }

    /// <summary>What the chat shows, for people; null when absent.</summary>
    public string? Body { get; init; }
}
