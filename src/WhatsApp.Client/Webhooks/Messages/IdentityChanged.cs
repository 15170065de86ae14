using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>
/// A person's app has new keys: another phone, the app installed anew, or somebody else with the number. Ask again who it is before anything
/// sensitive. More in <see cref="MessageReceived.Identity"/>.
/// </summary>
public sealed record IdentityChanged : SystemReceived
{
    /// <summary>Creates an event, for tests.</summary>
    public IdentityChanged()
    {
    }

    [SetsRequiredMembers]
    internal IdentityChanged(scoped in MessageParts parts, JsonTree json)
        : base(parts, json)
    {
        Hash = parts.Extras?.Identity?.Hash ?? json.Id("identity") ?? json["identity"].Id("hash");
    }

    /// <summary>What marks the new keys; null when absent.</summary>
    public string? Hash { get; init; }
}
