using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using WhatsApp.Client.AspNetCore.Diagnostics;
using WhatsApp.Client.Webhooks;

namespace WhatsApp.Client.AspNetCore;

/// <summary>Answers the handshake and takes deliveries: cap, raw bytes, signature per owner, events, handler, and only then 200.</summary>
internal sealed partial class WebhookEndpoint(
    IOptionsMonitor<WhatsAppWebhookOptions> options, WebhookMetrics metrics, TimeProvider time, ILogger<WebhookEndpoint> logger, WhatsAppClient? client = null)
{
    private const string RetryAfterSeconds = "1";

    public Task InvokeAsync(HttpContext context) => HttpMethods.IsPost(context.Request.Method) ? TakeAsync(context) : VerifyAsync(context);

    private static async Task VerifyAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var handler = context.RequestServices.GetRequiredService<IWhatsAppWebhookHandler>();
        if (query["hub.mode"] is not ["subscribe"]
            || query["hub.challenge"] is not [{ Length: > 0 } challenge]
            || query["hub.verify_token"] is not [{ Length: > 0 } token]
            || !await handler.IsVerifyTokenAsync(token, context.RequestAborted).ConfigureAwait(false))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        // The challenge is an echo of what anybody may send, so no browser must take it for a page.
        context.Response.ContentType = "text/plain";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        await context.Response.WriteAsync(challenge, context.RequestAborted).ConfigureAwait(false);
    }

    private async Task TakeAsync(HttpContext context)
    {
        WebhookOutcome outcome;
        try
        {
            outcome = await ReceiveAsync(context).ConfigureAwait(false);
        }
        catch (Exception exception) when (!context.RequestAborted.IsCancellationRequested && exception is not BadHttpRequestException)
        {
            // The edge of user code: whatever failed, the platform is to deliver again.
            Log.Failed(logger, exception);
            context.Response.Headers.RetryAfter = RetryAfterSeconds;
            outcome = WebhookOutcome.Failed;
        }

        metrics.Answered(outcome);
        context.Response.StatusCode = outcome.StatusCode;
    }

    private async ValueTask<WebhookOutcome> ReceiveAsync(HttpContext context)
    {
        var receivedAt = time.GetUtcNow();
        var current = options.CurrentValue;
        using var body = await WebhookBody.ReadAsync(context.Request, current.MaxBodyBytes, context.RequestAborted).ConfigureAwait(false);
        if (body is null)
            return WebhookOutcome.TooLarge;

        var verifier = new WebhookVerifier(body, context.Request.Headers[WebhookSignature.HeaderName]);
        if (!verifier.IsWellFormed)
            return WebhookOutcome.Unsigned;

        IReadOnlyList<WebhookChange> changes;
        try
        {
            changes = WebhookReader.Skim(body.Bytes);
        }
        catch (WebhookFormatException)
        {
            return verifier.IsSignedBy(current.PlatformAppSecrets) ? WebhookOutcome.NotJson : WebhookOutcome.WrongSignature;
        }

        var handler = context.RequestServices.GetRequiredService<IWhatsAppWebhookHandler>();
        return changes.Count == 0
            ? await TakeOtherShapeAsync(body, verifier, current, handler, receivedAt, context.RequestAborted).ConfigureAwait(false)
            : await TakeChangesAsync(changes, body, verifier, handler, receivedAt, context.RequestAborted).ConfigureAwait(false);
    }

    private async ValueTask<WebhookOutcome> TakeOtherShapeAsync(
        WebhookBody body, WebhookVerifier verifier, WhatsAppWebhookOptions current, IWhatsAppWebhookHandler handler,
        DateTimeOffset receivedAt, CancellationToken cancellationToken)
    {
        if (!verifier.IsSignedBy(current.PlatformAppSecrets))
            return WebhookOutcome.WrongSignature;
        var events = WebhookReader.Read(body.Bytes).Select(one => new RoutedEvent(one, Owner: null)).ToList();
        await HandOnAsync(new WebhookDelivery { Events = events, ReceivedAt = receivedAt }, handler, cancellationToken).ConfigureAwait(false);
        return WebhookOutcome.Accepted;
    }

    private async ValueTask<WebhookOutcome> TakeChangesAsync(
        IReadOnlyList<WebhookChange> changes, WebhookBody body, WebhookVerifier verifier, IWhatsAppWebhookHandler handler,
        DateTimeOffset receivedAt, CancellationToken cancellationToken)
    {
        var sorting = await WebhookSorting.SortAsync(changes, handler, verifier, cancellationToken).ConfigureAwait(false);
        metrics.Sorted(sorting.Accepted, sorting.Dropped, sorting.Unknown);
        if (sorting.Dropped > 0)
            Log.Dropped(logger, sorting.Dropped, changes.Count);
        if (sorting.Unknown > 0)
            Log.Unknown(logger, sorting.Unknown, changes.Count);
        if (sorting.Accepted == 0)
            return sorting.Dropped == 0 ? WebhookOutcome.NobodyHere : WebhookOutcome.WrongSignature;

        List<RoutedEvent> events;
        try
        {
            events = sorting.Read(body.Bytes);
        }
        catch (WebhookFormatException)
        {
            return WebhookOutcome.NotJson;
        }

        Observe(sorting.AcceptedChanges, events);
        var delivery = new WebhookDelivery
        {
            Events = events,
            DroppedChanges = sorting.Dropped,
            UnknownChanges = sorting.Unknown,
            ReceivedAt = receivedAt,
        };
        await HandOnAsync(delivery, handler, cancellationToken).ConfigureAwait(false);
        return WebhookOutcome.Accepted;
    }

    /// <summary>Before the handler answers: what came in counts against the number's limit.</summary>
    private void Observe(IEnumerable<WebhookChange> changes, List<RoutedEvent> events)
    {
        if (client is null)
            return;
        foreach (var change in changes)
            client.Pacer.Observe(change);
        foreach (var routed in events)
            client.Pacer.Observe(routed.Event);
    }

    private async ValueTask HandOnAsync(WebhookDelivery delivery, IWhatsAppWebhookHandler handler, CancellationToken cancellationToken)
    {
        await handler.HandleAsync(delivery, cancellationToken).ConfigureAwait(false);
        metrics.HandedOn(delivery.Events);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Taking a webhook failed; the platform is asked to deliver it again.")]
        public static partial void Failed(ILogger logger, Exception exception);

        [LoggerMessage(2, LogLevel.Warning, "{Dropped} of {Changes} changes in a webhook were not signed by their owner's app and are dropped.")]
        public static partial void Dropped(ILogger logger, int dropped, int changes);

        [LoggerMessage(3, LogLevel.Debug, "{Unknown} of {Changes} changes in a webhook are for numbers or accounts nobody here owns, and are dropped.")]
        public static partial void Unknown(ILogger logger, int unknown, int changes);
    }
}
