using WhatsApp.Client.Webhooks;

namespace WhatsApp.Client.AspNetCore;

/// <summary>
/// Says whose webhooks are whose, and takes the events. One is made per request. What it throws is answered with 503, so that the
/// platform delivers again.
/// </summary>
public interface IWhatsAppWebhookHandler
{
    /// <summary>Whether this is a verify token somebody here set, asked when a callback address is entered at the platform.</summary>
    /// <param name="verifyToken">The token the platform was given; from outside.</param>
    /// <param name="cancellationToken">The request was aborted.</param>
    ValueTask<bool> IsVerifyTokenAsync(string verifyToken, CancellationToken cancellationToken);

    /// <summary>
    /// Finds the owner of a change. Nothing is verified yet: answer from the number and account ids alone, and return only secrets of
    /// that owner. Asked once per request for each number and account.
    /// </summary>
    /// <param name="change">Where the change says it belongs.</param>
    /// <param name="cancellationToken">The request was aborted.</param>
    /// <returns>The owner, or <see cref="WebhookRoute.Unknown"/>.</returns>
    ValueTask<WebhookRoute> FindRouteAsync(WebhookChange change, CancellationToken cancellationToken);

    /// <summary>Takes verified events. The platform is told 200 only after this returns, so keep the events safe first and work later.</summary>
    /// <param name="delivery">The events, in document order. Deliveries repeat: see <see cref="WebhookEvent.DeduplicationKey"/>.</param>
    /// <param name="cancellationToken">The request was aborted.</param>
    ValueTask HandleAsync(WebhookDelivery delivery, CancellationToken cancellationToken);
}
