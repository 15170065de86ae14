using System.Net.Http.Headers;

namespace WhatsApp.Emulator;

/// <summary>Sends webhooks: once at the time of the event, again at once when that fails, then with growing gaps.</summary>
internal sealed class WebhookSender : IDisposable
{
    /// <summary>The most updates the platform puts into one POST.</summary>
    private const int MaxUpdates = 1_000;

    private readonly EmulatedCloud _cloud;
    private readonly HttpMessageInvoker _http;
    private readonly Lock _lock = new();
    private List<WebhookEvent>? _held;
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

    /// <summary>Tells every subscribed app. Returns when the first attempt at each has ended, or at once while events are held.</summary>
    public Task RaiseAsync(WebhookEvent happening, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_held is not null)
            {
                _held.Add(happening);
                return Task.CompletedTask;
            }
        }

        return DeliverAsync([happening], cancellationToken);
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

        var attempts = new List<WebhookAttempt>();
        foreach (var chunk in held.Chunk(MaxUpdates))
            attempts.AddRange(await DeliverAsync(chunk, cancellationToken).ConfigureAwait(false));
        return attempts;
    }

    /// <summary>Posts bytes once, without retries.</summary>
    public Task<WebhookAttempt> PostOnceAsync(EmulatedNumber number, byte[] body, string? signature, CancellationToken cancellationToken)
    {
        var url = number.Waba.CallbackFor(number, number.App)?.Url
            ?? throw new InvalidOperationException($"Number {number.PhoneNumberId} has no callback URL.");
        return AttemptAsync(new WebhookDelivery(NextId(), number, () => url, body, signature ?? "", []), 1, cancellationToken)!;
    }

    public static string Sign(EmulatedNumber number, byte[] body) => WebhookSignature.Of(body, number.App.Secret);

    public void Dispose() => _http.Dispose();

    /// <summary>Whoever stops waiting does not stop the delivery.</summary>
    private async Task<WebhookAttempt[]> DeliverAsync(IReadOnlyList<WebhookEvent> events, CancellationToken cancellationToken)
    {
        var first = Address(events).Select(delivery => _cloud.Work.Start(stopping => DeliverAsync(delivery, stopping))).ToArray();
        var attempts = await Task.WhenAll(first).WaitAsync(cancellationToken).ConfigureAwait(false);
        return [.. attempts.OfType<WebhookAttempt>()];
    }

    private IEnumerable<WebhookDelivery> Address(IReadOnlyList<WebhookEvent> events)
    {
        var addressed =
            from happening in events
            from subscription in happening.Number.Waba.Subscriptions()
            where subscription.App.HearsMessages
            let callback = happening.Number.Waba.CallbackFor(happening.Number, subscription.App)
            where callback is not null
            group happening by (subscription.App, callback.Url);
        foreach (var group in addressed)
        {
            var (app, happenings) = (group.Key.App, group.ToArray());
            var number = happenings[0].Number;
            var body = WebhookEnvelope.Write(happenings, _cloud.Options.EscapeNonAscii);
            yield return new WebhookDelivery(NextId(), number, () => number.Waba.CallbackFor(number, app)?.Url, body, WebhookSignature.Of(body, app.Secret), happenings);
        }
    }

    private async Task<WebhookAttempt?> DeliverAsync(WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        var first = await AttemptAsync(delivery, 1, cancellationToken).ConfigureAwait(false);
        if (first is { IsAccepted: false })
            _cloud.Work.Run(stopping => RetryAsync(delivery, stopping));
        return first;
    }

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
        var (status, failure) = await PostAsync(url, delivery, cancellationToken).ConfigureAwait(false);
        var attempt = new WebhookAttempt(_cloud.Time.GetUtcNow(), delivery.Id, number, delivery.Number.PhoneNumberId, url, delivery.Body, delivery.Signature, status, failure);
        _cloud.Journal.Add(attempt);
        if (attempt.IsAccepted)
        {
            foreach (var happening in delivery.Events)
                happening.Accepted?.Invoke();
        }

        return attempt;
    }

    private async Task<(int? Status, string? Failure)> PostAsync(Uri url, WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(_cloud.Options.WebhookTimeout, _cloud.Time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, url);
            request.Content = new ByteArrayContent(delivery.Body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            request.Headers.TryAddWithoutValidation("User-Agent", "facebookexternalua");
            if (delivery.Signature.Length > 0)
                request.Headers.TryAddWithoutValidation("X-Hub-Signature-256", delivery.Signature);
            using var response = await _http.SendAsync(request, linked.Token).ConfigureAwait(false);
            return ((int)response.StatusCode, null);
        }
        catch (HttpRequestException failure)
        {
            return (null, failure.HttpRequestError.ToString());
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return (null, "Timeout");
        }
    }

    private string NextId() => $"d{Interlocked.Increment(ref _lastId)}";
}
