namespace WhatsApp.Client.AspNetCore;

/// <summary>What a flow asks, decrypted and verified.</summary>
public sealed class FlowRequest
{
    /// <summary><c>INIT</c> when it is opened, <c>BACK</c>, or <c>data_exchange</c> when a screen is submitted; an open set.</summary>
    public required string Action { get; init; }

    /// <summary>The screen it comes from; null on <c>INIT</c>.</summary>
    public string? Screen { get; init; }

    /// <summary>What was entered, a UTF-8 JSON object; empty when absent. Personal.</summary>
    public ReadOnlyMemory<byte> Data { get; init; }

    /// <summary>What the message that started the flow gave it; null when absent.</summary>
    public string? FlowToken { get; init; }

    /// <summary>The platform's signature of the token; null when absent.</summary>
    public string? FlowTokenSignature { get; init; }

    /// <summary>The version of the data exchange, such as <c>3.0</c>; null when absent.</summary>
    public string? Version { get; init; }

    /// <summary>The values of the route it came by.</summary>
    public IReadOnlyDictionary<string, string> RouteValues { get; init; } = new Dictionary<string, string>();

    /// <summary>The action only.</summary>
    public override string ToString() => $"FlowRequest({Action})";
}
