using System.Collections.Concurrent;
using System.Net.Http.Headers;

namespace WhatsApp.Emulator;

/// <summary>Sends webhooks: once at the time of the event, again at once when that fails, then with growing gaps.</summary>
internal sealed class WebhookSender : IDisposable
{
    private static readonly MediaTypeHeaderValue JsonType = new("application/json");

    private readonly EmulatedCloud _cloud;
    private readonly HttpMessageInvoker _http;
    private readonly ConcurrentDictionary<(EmulatedApp, Uri), WebhookLane> _lanes = new();
    private readonly Lock _lock = new();
    private volatile List<WebhookEvent>? _held;
    private long _lastId;

    public WebhookSender(EmulatedCloud cloud)
    {
        _cloud = cloud;
        _http = new HttpMessageInvoker(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ActivityHeadersPropagator = null,
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
        });
        Handshake = new WebhookHandshake(_http, cloud.Options);
    }

    public WebhookHandshake Handshake { get; }

    /// <summary>Also used to fetch the media a business links to.</summary>
    public HttpMessageInvoker Http => _http;

    public bool UnknownFields { get; set; }

    public bool UnknownTypes { get; set; }

    /// <summary>Tells every subscribed app. Returns when the first attempt at each has ended, or at once while events are held.</summary>
    public Task RaiseAsync(WebhookEvent happening, CancellationToken cancellationToken)
    {
        if (_held is not null)
        {
            lock (_lock)
            {
                if (_held is { } held)
                {
                    held.Add(happening);
                    return Task.CompletedTask;
                }
            }
        }

        Task? first = null;
        foreach (var subscription in happening.Waba.Subscriptions)
        {
            if (Lane(happening, subscription.App) is not { } lane)
                continue;
            var sending = lane.Add(happening);
            first = first is null ? sending : Task.WhenAll(first, sending);
        }

        return first is null ? Task.CompletedTask : first.WaitAsync(cancellationToken);
    }

    public bool TryHold()
    {
        lock (_lock)
        {
            if (_held is not null)
                return false;
            _held = [];
            return true;
        }
    }

    public async Task<IReadOnlyList<WebhookAttempt>> ReleaseAsync(CancellationToken cancellationToken)
    {
        List<WebhookEvent> held;
        lock (_lock)
            (held, _held) = (_held ?? [], null);

        var addressed =
            from happening in held
            from subscription in happening.Waba.Subscriptions
            let lane = Lane(happening, subscription.App)
            where lane is not null
            group happening by lane;
        var sending = addressed.SelectMany(group => group.Chunk(_cloud.Options.WebhookMaxBatch).Select(group.Key.AddTogether)).ToArray();
        var attempts = await Task.WhenAll(sending).WaitAsync(cancellationToken).ConfigureAwait(false);
        return [.. attempts.OfType<WebhookAttempt>()];
    }

    /// <summary>Posts bytes once, without retries.</summary>
    public async Task<WebhookAttempt> PostOnceAsync(EmulatedNumber number, byte[] body, string? signature, CancellationToken cancellationToken)
    {
        var url = number.Waba.CallbackFor(number, number.App)?.Url
            ?? throw new InvalidOperationException($"Number {number.PhoneNumberId} has no callback URL.");
        var delivery = new WebhookDelivery(NextId(), number.PhoneNumberId, () => url, body, signature ?? "", []);
        return (await AttemptAsync(delivery, 1, cancellationToken).ConfigureAwait(false))!;
    }

    public static string Sign(EmulatedNumber number, byte[] body) => WebhookSignature.Of(body, number.App.SecretBytes);

    /// <summary>The first attempt at one POST; a failed one is repeated behind it.</summary>
    public async Task<WebhookAttempt?> DeliverAsync(EmulatedApp app, List<WebhookEvent> events, CancellationToken cancellationToken)
    {
        var first = events[0];
        var style = new WebhookStyle(app.PayloadVersion, _cloud.Options.EscapeNonAscii, UnknownFields, UnknownTypes);
        var body = WebhookEnvelope.Write(events, style);
        if (body.Length > _cloud.Options.WebhookMaxBytes && events.Count > 1)
        {
            var half = events.Count / 2;
            await DeliverAsync(app, events[..half], cancellationToken).ConfigureAwait(false);
            return await DeliverAsync(app, events[half..], cancellationToken).ConfigureAwait(false);
        }

        var delivery = new WebhookDelivery(
            NextId(), first.Number?.PhoneNumberId ?? "", () => Callback(first, app)?.Url, body, WebhookSignature.Of(body, app.SecretBytes), events);
        var attempt = await AttemptAsync(delivery, 1, cancellationToken).ConfigureAwait(false);
        if (attempt is { IsAccepted: false })
            _cloud.Work.Run(stopping => RetryAsync(delivery, stopping));
        return attempt;
    }

    public void Dispose() => _http.Dispose();

    /// <summary>Null when the app does not hear of it.</summary>
    private WebhookLane? Lane(WebhookEvent happening, EmulatedApp app)
    {
        if (!app.IsLive || !app.Hears(happening.Field) || Callback(happening, app) is not { } callback)
            return null;
        return _lanes.GetOrAdd((app, callback.Url), static (key, self) => new WebhookLane(self._cloud, self, key.Item1), this);
    }

    /// <summary>What concerns the account always goes to the address of the app.</summary>
    private static WebhookCallback? Callback(WebhookEvent happening, EmulatedApp app) =>
        happening is { HasMetadata: true, Number: { } number } ? happening.Waba.CallbackFor(number, app) : app.Callback;

    private async Task RetryAsync(WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        var options = _cloud.Options;
        var giveUpAt = _cloud.Time.GetUtcNow() + options.WebhookRetryFor;
        var gap = TimeSpan.Zero;
        for (var number = 2; _cloud.Time.GetUtcNow() + gap < giveUpAt; number++)
        {
            if (gap > TimeSpan.Zero)
                await Task.Delay(gap, _cloud.Time, cancellationToken).ConfigureAwait(false);
            if (await AttemptAsync(delivery, number, cancellationToken).ConfigureAwait(false) is null or { IsAccepted: true })
                return;
            gap = gap == TimeSpan.Zero ? options.WebhookRetryGap : gap * 2;
            gap = gap < options.WebhookRetryMaxGap ? gap : options.WebhookRetryMaxGap;
        }
    }

    /// <summary>Null when there is no address any more.</summary>
    private async Task<WebhookAttempt?> AttemptAsync(WebhookDelivery delivery, int number, CancellationToken cancellationToken)
    {
        if (delivery.Address() is not { } url)
            return null;
        var started = _cloud.Options.TimeProvider.GetTimestamp();
        var (status, failure, answer) = await PostAsync(url, delivery, cancellationToken).ConfigureAwait(false);
        var attempt = new WebhookAttempt(_cloud.Time.GetUtcNow(), delivery.Id, number, delivery.PhoneNumberId, url, delivery.Body, delivery.Signature, status, failure)
        {
            Duration = _cloud.Options.TimeProvider.GetElapsedTime(started),
            Answer = answer,
        };
        _cloud.Journal.Add(attempt);
        _cloud.Followers.Attempted(attempt, delivery.Events.Count);
        if (attempt.IsAccepted)
        {
            foreach (var happening in delivery.Events)
                happening.Accepted?.Invoke();
        }

        return attempt;
    }

    private async Task<(int? Status, string? Failure, string Answer)> PostAsync(Uri url, WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        // The endpoint's patience is counted on the clock of the options: travelling in time does not break a call under way.
        using var deadline = new CancellationTokenSource(_cloud.Options.WebhookTimeout, _cloud.Options.TimeProvider);
        using var stop = cancellationToken.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), deadline);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, url);
            request.Content = new ByteArrayContent(delivery.Body);
            request.Content.Headers.ContentType = JsonType;
            request.Headers.TryAddWithoutValidation("User-Agent", "facebookexternalua");
            if (delivery.Signature.Length > 0)
                request.Headers.TryAddWithoutValidation("X-Hub-Signature-256", delivery.Signature);
            using var response = await _http.SendAsync(request, deadline.Token).ConfigureAwait(false);
            return ((int)response.StatusCode, null, await WebhookAnswer.ReadAsync(response, deadline.Token).ConfigureAwait(false));
        }
        catch (HttpRequestException failure)
        {
            return (null, failure.HttpRequestError.ToString(), "");
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return (null, "Timeout", "");
        }
    }

    private string NextId() => $"d{Interlocked.Increment(ref _lastId)}";
}
