namespace WhatsApp.Client;

/// <summary>Turns what a transfer met into our exceptions. No text names an address: those of media are signed.</summary>
internal static class MediaFailure
{
    public static Exception Of(Exception exception, bool wasCancelled, bool requestWasSent, CancellationToken cancellationToken) => exception switch
    {
        OperationCanceledException when wasCancelled =>
            new OperationCanceledException("The transfer of media was cancelled.", exception, cancellationToken),
        OperationCanceledException =>
            new WhatsAppUnavailableException("The transfer of media stood still for too long.", requestWasSent, exception),
        HttpRequestException or IOException =>
            new WhatsAppUnavailableException("The connection broke during a transfer of media.", requestWasSent, exception),
        _ => exception,
    };
}
