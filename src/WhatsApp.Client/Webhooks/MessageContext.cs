namespace WhatsApp.Client.Webhooks;

/// <summary>What a message refers to.</summary>
public sealed record MessageContext
{
    /// <summary>The quoted message; null when forwarded or unknown.</summary>
    public MessageId? Id { get; init; }

    /// <summary>Who wrote the quoted message, as phone digits or else as user id; null when unknown.</summary>
    public string? From { get; init; }

    /// <summary>Whether the message was forwarded, once or often.</summary>
    public bool Forwarded { get; init; }

    /// <summary>Whether it quotes or was forwarded.</summary>
    public override string ToString() => $"MessageContext(quotes: {Id is not null}, forwarded: {Forwarded})";
}
