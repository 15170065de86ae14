namespace WhatsApp.Client;

/// <summary>The bytes of a file given to a flow are not those that were sent: somebody changed them, or they are not all there. Use none of them.</summary>
public sealed class FlowMediaException : WhatsAppException
{
    internal FlowMediaException(string message, string? mediaId, Exception? cause = null)
        : base(message, cause) => MediaId = mediaId;

    /// <summary>The file; null when it has no id.</summary>
    public string? MediaId { get; }
}
