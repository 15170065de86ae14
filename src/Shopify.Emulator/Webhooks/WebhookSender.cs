using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Shopify.Emulator.Graph;
using Shopify.Emulator.Journal;
using Shopify.Emulator.OAuth;

namespace Shopify.Emulator.Webhooks;

/// <summary>Delivers webhooks over real HTTP: signed, with a deadline, repeated on failure, and with the end production puts to dead receivers.</summary>
internal sealed partial class WebhookSender(ShopifyEmulatorOptions options, EmulatorJournal journal, ILogger logger) : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentDictionary<string, Task> _running = [];
    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false, // A redirect counts as a failure.
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(1),
    });

    /// <summary>Sends an event to every matching subscription of the shop, in the background.</summary>
    public void Publish(EmulatedShop shop, string topic, JsonObject payload, string? eventId)
    {
        if (_stopping.IsCancellationRequested) return;
        eventId ??= Guid.NewGuid().ToString();
        var triggeredAt = shop.Now();
        foreach (var subscription in shop.WebhookSubscriptions.Where(s => s.Topic == WebhookTopics.ToEnum(topic)))
        {
            if (!Uri.TryCreate(subscription.Uri, UriKind.Absolute, out var address) || !address.Scheme.StartsWith("http", StringComparison.Ordinal)) continue;
            if (WebhookBody.For(subscription, payload) is not { } body) continue;
            var delivery = new Delivery(shop, subscription, topic, address, body, Guid.NewGuid().ToString(), eventId, triggeredAt);
            var task = Task.Run(() => DeliverAsync(delivery), CancellationToken.None);
            _running[delivery.WebhookId] = task;
            if (task.IsCompleted) _running.TryRemove(delivery.WebhookId, out _);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(_running.Values).ConfigureAwait(false);
        _stopping.Dispose();
        _http.Dispose();
    }

    private async Task DeliverAsync(Delivery delivery)
    {
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                var status = await SendAsync(delivery).ConfigureAwait(false);
                var entry = new WebhookEntry(delivery.Shop.Now(), delivery.Shop.Domain, delivery.Topic, delivery.WebhookId, attempt, status);
                if (!entry.IsDelivered) Log.Failed(logger, delivery.Topic, delivery.WebhookId, attempt, status);
                var last = entry.IsDelivered || attempt > options.WebhookRetryGaps.Count;
                if (last && !entry.IsDelivered) delivery.Shop.Subscriptions.Remove(delivery.Subscription.Id);
                journal.Add(entry);
                if (last) return;
                await Task.Delay(options.WebhookRetryGaps[attempt - 1], options.TimeProvider, _stopping.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
        }
        finally
        {
            _running.TryRemove(delivery.WebhookId, out _);
        }
    }

    private async Task<int?> SendAsync(Delivery delivery)
    {
        using var deadline = new CancellationTokenSource(options.WebhookTimeout, options.TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, _stopping.Token);
        using var request = Request(delivery);
        try
        {
            using var response = await _http.SendAsync(request, either.Token).ConfigureAwait(false);
            return (int)response.StatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException && !_stopping.IsCancellationRequested)
        {
            return null;
        }
    }

    private HttpRequestMessage Request(Delivery delivery)
    {
        var content = new ByteArrayContent(delivery.Body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var request = new HttpRequestMessage(HttpMethod.Post, delivery.Address) { Content = content };
        var signature = Convert.ToBase64String(Secrets.Hmac(options.OldApiSecret ?? options.ApiSecret, delivery.Body));
        request.Headers.Add("X-Shopify-Topic", delivery.Topic);
        request.Headers.Add("X-Shopify-Hmac-Sha256", signature);
        request.Headers.Add("X-Shopify-Shop-Domain", delivery.Shop.Domain);
        request.Headers.Add("X-Shopify-API-Version", ApiVersions.Current);
        request.Headers.Add("X-Shopify-Webhook-Id", delivery.WebhookId);
        request.Headers.Add("X-Shopify-Event-Id", delivery.EventId);
        request.Headers.Add("X-Shopify-Triggered-At", delivery.TriggeredAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'00Z'", CultureInfo.InvariantCulture));
        if (delivery.Subscription.Name is { } name) request.Headers.Add("X-Shopify-Name", name);
        return request;
    }

    private sealed record Delivery(
        EmulatedShop Shop, EmulatedWebhookSubscription Subscription, string Topic, Uri Address, byte[] Body,
        string WebhookId, string EventId, DateTimeOffset TriggeredAt);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Webhook {Topic} {WebhookId} failed at attempt {Attempt} with status {Status}.")]
        public static partial void Failed(ILogger logger, string topic, string webhookId, int attempt, int? status);
    }
}
