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
internal sealed partial class WebhookSender(ShopifyEmulatorOptions options, EmulatorJournal journal, WebhookScript script, ILogger logger) : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentDictionary<Guid, Task> _running = [];
    private readonly Lock _order = new();
    private Task _released = Task.CompletedTask;
    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false, // A redirect counts as a failure.
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(1),
    });

    /// <summary>Whether anybody would get an event.</summary>
    public bool HasReceiver(EmulatedShop shop, string topic) => Receivers(shop, topic).Any();

    /// <summary>Sends an event to every matching subscription of the shop, in the background.</summary>
    public void Publish(EmulatedShop shop, string topic, JsonObject payload, string? eventId) => Publish(shop, Receivers(shop, topic), topic, payload, eventId);

    /// <summary>Sends an event after a time on the emulator's clock, also when the app is uninstalled by then.</summary>
    public void PublishLater(EmulatedShop shop, string topic, JsonObject payload, TimeSpan delay)
    {
        var receivers = AppReceivers(topic).ToList();
        if (receivers.Count > 0)
            Run(async () =>
            {
                await Task.Delay(delay, options.TimeProvider, _stopping.Token).ConfigureAwait(false);
                Publish(shop, receivers, topic, payload, null);
            });
    }

    private IEnumerable<EmulatedWebhookSubscription> Receivers(EmulatedShop shop, string topic)
    {
        var name = WebhookTopics.ToEnum(topic);
        var own = shop.WebhookSubscriptions.Where(s => s.Topic == name);
        // The tokens are already dead when an uninstallation is told.
        return shop.IsInstalled || topic == "app/uninstalled" ? own.Concat(AppReceivers(topic)) : own;
    }

    private IEnumerable<EmulatedWebhookSubscription> AppReceivers(string topic) => options.AppWebhooks.Where(w => w.Topics.Contains(topic))
        .Select(w => new EmulatedWebhookSubscription
        {
            Id = 0, Topic = WebhookTopics.ToEnum(topic), Uri = w.Uri, Filter = w.Filter, IncludeFields = w.IncludeFields, CreatedAt = default, UpdatedAt = default,
        });

    private void Publish(EmulatedShop shop, IEnumerable<EmulatedWebhookSubscription> receivers, string topic, JsonObject payload, string? eventId)
    {
        if (_stopping.IsCancellationRequested) return;
        eventId ??= Guid.NewGuid().ToString();
        var triggeredAt = shop.Now();
        var isRedacted = false;
        foreach (var subscription in receivers)
        {
            if (!Uri.TryCreate(subscription.Uri, UriKind.Absolute, out var address) || !address.Scheme.StartsWith("http", StringComparison.Ordinal)) continue;
            if (!isRedacted) ProtectedFields.Redact(payload, topic, shop.ProtectedDataLevel);
            isRedacted = true;
            if (WebhookBody.For(subscription, payload) is not { } body) continue;
            var delivery = new Delivery(shop, subscription, topic, address, body, Guid.NewGuid().ToString(), eventId, triggeredAt);
            var (copies, delay) = script.Next(topic);
            for (var copy = 0; copy < copies; copy++) Start(delivery, delay);
        }
    }

    private void Start(Delivery delivery, TimeSpan? delay)
    {
        if (script.TryHold(() => AfterOthers(delivery))) return;
        Run(async () =>
        {
            if (delay is { } wait) await Task.Delay(wait, options.TimeProvider, _stopping.Token).ConfigureAwait(false);
            await DeliverAsync(delivery).ConfigureAwait(false);
        });
    }

    /// <summary>Released deliveries go one after the other: the next one starts when the one before was answered once.</summary>
    private void AfterOthers(Delivery delivery)
    {
        var answered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task before;
        lock (_order) (before, _released) = (_released, answered.Task);
        Run(async () =>
        {
            await before.ConfigureAwait(false);
            await DeliverAsync(delivery, answered).ConfigureAwait(false);
        });
    }

    private void Run(Func<Task> work)
    {
        var id = Guid.NewGuid();
        var task = Task.Run(async () =>
        {
            try
            {
                await work().ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
            {
            }
            finally
            {
                _running.TryRemove(id, out _);
            }
        }, CancellationToken.None);
        _running[id] = task;
        if (task.IsCompleted) _running.TryRemove(id, out _);
    }

    public async ValueTask DisposeAsync()
    {
        if (_stopping.IsCancellationRequested) return;
        await _stopping.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(_running.Values).ConfigureAwait(false);
        _stopping.Dispose();
        _http.Dispose();
    }

    private async Task DeliverAsync(Delivery delivery, TaskCompletionSource? answered = null)
    {
        for (var attempt = 1; ; attempt++)
        {
            int? status;
            try
            {
                status = await SendAsync(delivery).ConfigureAwait(false);
            }
            finally
            {
                answered?.TrySetResult();
            }

            var entry = new WebhookEntry(delivery.Shop.Now(), delivery.Shop.Domain, delivery.Topic, delivery.WebhookId, attempt, status);
            if (!entry.IsDelivered) Log.Failed(logger, delivery.Topic, delivery.WebhookId, attempt, status);
            var last = entry.IsDelivered || attempt > options.WebhookRetryGaps.Count;
            if (last && !entry.IsDelivered) delivery.Shop.Subscriptions.Remove(delivery.Subscription.Id);
            journal.Add(entry);
            if (last) return;
            await Task.Delay(options.WebhookRetryGaps[attempt - 1], options.TimeProvider, _stopping.Token).ConfigureAwait(false);
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
        Add("Topic", delivery.Topic);
        Add("Hmac-Sha256", signature);
        Add("Shop-Domain", delivery.Shop.Domain);
        Add("API-Version", ApiVersions.Current);
        Add("Webhook-Id", delivery.WebhookId);
        Add("Event-Id", delivery.EventId);
        Add("Triggered-At", delivery.TriggeredAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'00Z'", CultureInfo.InvariantCulture));
        if (delivery.Subscription.Name is { } name) Add("Name", name);
        return request;

        void Add(string header, string value)
        {
            if (options.WebhookHeaders is not WebhookHeaders.Current) request.Headers.Add("X-Shopify-" + header, value);
            if (options.WebhookHeaders is not WebhookHeaders.Classic) request.Headers.Add("shopify-" + header.ToLowerInvariant(), value);
        }
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
