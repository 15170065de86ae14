using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>
/// A person's answer to whether the business may call (<c>interactive.call_permission_reply</c>).
/// See <see href="https://developers.facebook.com/docs/whatsapp/cloud-api/calling/user-call-permissions">call permissions</see>.
/// </summary>
public sealed record CallPermissionReplyReceived : MessageReceived
{
    /// <summary>Creates an event, for tests.</summary>
    public CallPermissionReplyReceived()
    {
    }

    [SetsRequiredMembers]
    internal CallPermissionReplyReceived(scoped in MessageParts parts, JsonTree json)
        : base(parts)
    {
        Response = new CallPermissionResponse(json.Id("response") ?? "");
        ExpiresAt = json.Instant("expiration_timestamp");
        IsPermanent = json.Flag("is_permanent") ?? false;
        IsAutomatic = json.Id("response_source") == "automatic";
    }

    /// <summary>Accepted or rejected.</summary>
    public required CallPermissionResponse Response { get; init; }

    /// <summary>Until when the business may call; null when absent or for good.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Whether the business may call for good.</summary>
    public bool IsPermanent { get; init; }

    /// <summary>Whether the platform decided, and not the person by a tap.</summary>
    public bool IsAutomatic { get; init; }
}
