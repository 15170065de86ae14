namespace WhatsApp.Client.Webhooks;

/// <summary>What is known of the keys of a person's app, when the number has the identity check switched on.</summary>
public sealed record SenderIdentity
{
    /// <summary>Changes when the person changes phone or installs the app anew; sent back to be sure that a message reaches the same person.</summary>
    public string? Hash { get; init; }

    /// <summary>Whether the business has accepted this identity; null when absent.</summary>
    public bool? Acknowledged { get; init; }

    /// <summary>Since when the identity is this one; null when absent.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Whether it is acknowledged.</summary>
    public override string ToString() => $"SenderIdentity(acknowledged: {Acknowledged})";

    internal static SenderIdentity Read(JsonTree json) => new()
    {
        Hash = json.Id("hash"),
        Acknowledged = json.Flag("acknowledged"),
        CreatedAt = json.Instant("created_timestamp"),
    };
}
