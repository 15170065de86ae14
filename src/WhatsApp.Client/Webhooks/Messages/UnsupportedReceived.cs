using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>
/// Something a person sent that the platform does not pass on, such as a poll or a picture to be seen once (types <c>unsupported</c> and
/// <c>unknown</c>, and <c>interactive</c> without content). <see cref="MessageReceived.Errors"/> may say why.
/// </summary>
public sealed record UnsupportedReceived : MessageReceived
{
    /// <summary>Creates an event, for tests.</summary>
    public UnsupportedReceived()
    {
    }

    [SetsRequiredMembers]
    internal UnsupportedReceived(scoped in MessageParts parts, string? unsupportedType)
        : base(parts)
    {
        UnsupportedType = unsupportedType;
    }

    /// <summary>What it was, such as <c>poll_creation</c>; null when the platform does not say.</summary>
    public string? UnsupportedType { get; init; }
}
