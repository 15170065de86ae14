using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>An error of the number itself, which belongs to no message (<c>value.errors</c>).</summary>
public sealed record NumberErrorReceived : WebhookEvent
{
    /// <summary>Creates an event, for tests.</summary>
    public NumberErrorReceived()
    {
    }

    [SetsRequiredMembers]
    internal NumberErrorReceived(in EventOrigin origin)
        : base(origin) => Error = WebhookErrors.Read(origin.Span(origin.Raw))[0];

    /// <summary>What is wrong.</summary>
    public required WebhookError Error { get; init; }
}
