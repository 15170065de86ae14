using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace WhatsApp.Client.Tests.Http;

/// <summary>The Cloud API as a handler in process, with a clock that stands still until the test moves it.</summary>
public sealed class StubCloud : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public StubCloud(Action<WhatsAppClientOptions>? configure = null, Action<IServiceCollection>? register = null, Action<IHttpClientBuilder>? build = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        var http = services.AddWhatsAppClient(options => configure?.Invoke(options)).ConfigurePrimaryHttpMessageHandler(() => new Handler(this));
        build?.Invoke(http);
        register?.Invoke(services);
        _services = services.BuildServiceProvider();
        Client = _services.GetRequiredService<WhatsAppClient>();
    }

    public FakeTimeProvider Clock { get; } = new();

    public WhatsAppClient Client { get; }

    public ConcurrentQueue<StubRequest> Requests { get; } = new();

    /// <summary>What to answer; the index counts requests from zero.</summary>
    public Func<StubRequest, int, HttpResponseMessage> Answer { get; set; } = (_, _) => Json(200, CloudApi.Sent);

    public WhatsAppSender Sender(string number = "800200") => Client.For(new WhatsAppAccount(new PhoneNumberId(number), "token-of-" + number));

    public static HttpResponseMessage Json(int status, string body) =>
        new((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    public static HttpResponseMessage Error(int code, int status = 400) => Json(status, $$$"""{"error":{"code":{{{code}}}}}""");

    public Task<SendResult> SendAsync(
        string to = "4915550001111", string number = "800200", WhatsAppPacingMode? mode = null, CancellationToken cancellationToken = default) =>
        Sender(number).SendAsync(
            new Recipient.Phone(to),
            new TextMessage("Hello"),
            new SendOptions { Pacing = mode },
            cancellationToken == default ? TestContext.Current.CancellationToken : cancellationToken);

    /// <summary>Moves the clock by steps until the task has ended, and tells how far.</summary>
    public async Task<TimeSpan> PassUntilAsync(Task task, TimeSpan step)
    {
        var begin = Clock.GetUtcNow();
        var patience = TimeProvider.System.GetTimestamp();
        while (!await HasEndedAsync(task))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(patience) < TimeSpan.FromSeconds(30), "The task did not end.");
            Clock.Advance(step);
        }

        return Clock.GetUtcNow() - begin;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    /// <summary>Lets everything that is due run: continuations go through the thread pool.</summary>
    private static async Task<bool> HasEndedAsync(Task task)
    {
        for (var i = 0; i < 20 && !task.IsCompleted; i++)
            await Task.Delay(1, TestContext.Current.CancellationToken);
        return task.IsCompleted;
    }

    private sealed class Handler(StubCloud cloud) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
            var seen = new StubRequest(request.Method.Method, request.RequestUri!.PathAndQuery, request.Headers.Authorization?.Parameter, body);
            int index;
            lock (cloud.Requests)
            {
                index = cloud.Requests.Count;
                cloud.Requests.Enqueue(seen);
            }

            return cloud.Answer(seen, index);
        }
    }
}

public sealed record StubRequest(string Method, string Path, string? Token, string Body);
