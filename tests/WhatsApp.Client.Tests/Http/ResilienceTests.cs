using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace WhatsApp.Client.Tests.Http;

public sealed class ResilienceTests
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);
    private static readonly Func<HttpResponseMessage> Number = () => StubCloud.Json(200, """{"id":"800200"}""");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<int, string> PassingFailures => new()
    {
        { 500, "" },
        { 502, "<html>Bad Gateway</html>" },
        { 503, """{"error":{"code":2}}""" },
        { 429, "" },
        { 400, """{"error":{"code":80007}}""" },
        { 400, """{"error":{"code":4}}""" },
        { 500, """{"error":{"code":133004}}""" },
        { 200, "<html>" },
    };

    [Theory]
    [MemberData(nameof(PassingFailures))]
    public async Task Read_is_repeated_after_a_failure_that_may_pass(int status, string body)
    {
        await using var cloud = new StubCloud();
        cloud.Answer = (_, index) => index < 2 ? StubCloud.Json(status, body) : Number();
        var read = cloud.Sender().GetPhoneNumberAsync(Token);
        await cloud.PassUntilAsync(read, Tick);

        Assert.Equal("800200", (await read).Id.Value);
        Assert.Equal(3, cloud.Requests.Count);
    }

    [Theory]
    [InlineData(100, 400)]
    [InlineData(190, 401)]
    [InlineData(10, 403)]
    [InlineData(131048, 400)]
    public async Task Read_is_not_repeated_after_a_failure_that_stays(int code, int status)
    {
        await using var cloud = new StubCloud();
        cloud.Answer = (_, _) => StubCloud.Error(code, status);

        await Assert.ThrowsAsync<WhatsAppApiException>(() => cloud.Sender().GetPhoneNumberAsync(Token));
        Assert.Single(cloud.Requests);
    }

    [Fact]
    public async Task Subscription_may_be_made_twice()
    {
        await using var cloud = new StubCloud();
        cloud.Answer = (_, index) => index == 0 ? StubCloud.Json(500, "") : StubCloud.Json(200, """{"success":true}""");
        var call = cloud.Sender().SubscribeAppAsync(new WabaId("700100"), Token);
        await cloud.PassUntilAsync(call, Tick);

        await call;
        Assert.Equal(2, cloud.Requests.Count);
    }

    [Fact]
    public async Task Retry_after_is_kept_and_one_beyond_the_deadline_is_told_at_once()
    {
        await using var cloud = new StubCloud();
        var seconds = 3;
        cloud.Answer = (_, index) =>
        {
            if (index % 2 == 1)
                return Number();
            var answer = StubCloud.Error(4, 429);
            answer.Headers.Add("Retry-After", $"{seconds}");
            return answer;
        };
        var read = cloud.Sender().GetPhoneNumberAsync(Token);
        Assert.InRange(await cloud.PassUntilAsync(read, Tick), TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(3.5));

        seconds = 60;
        Assert.Equal(60, (await Assert.ThrowsAsync<WhatsAppApiException>(() => cloud.Sender().GetPhoneNumberAsync(Token))).SuggestedDelay!.Value.TotalSeconds);
    }

    [Fact]
    public async Task Read_ends_at_its_deadline_whatever_is_repeated()
    {
        await using var cloud = new StubCloud(build: http => http.ConfigurePrimaryHttpMessageHandler(() => new Silence()));
        var read = cloud.Sender().GetPhoneNumberAsync(Token);

        Assert.InRange(await cloud.PassUntilAsync(read, Tick), TimeSpan.FromSeconds(9.9), TimeSpan.FromSeconds(10.5));
        await Assert.ThrowsAsync<WhatsAppUnavailableException>(() => read);
    }

    [Fact]
    public async Task Breaker_opens_on_a_failing_host_refuses_at_once_and_closes_again()
    {
        await using var cloud = new StubCloud(Small);
        cloud.Answer = (_, _) => StubCloud.Json(502, "<html>");
        for (var i = 0; i < 10; i++)
            await Assert.ThrowsAsync<WhatsAppApiException>(() => cloud.SendAsync($"49155500{i:00000}"));

        var refused = await Assert.ThrowsAsync<WhatsAppUnavailableException>(() => cloud.SendAsync(number: "111"));
        Assert.False(refused.RequestWasSent);
        Assert.NotNull(refused.SuggestedDelay);
        Assert.Equal(10, cloud.Requests.Count);
        cloud.Answer = (_, _) => StubCloud.Json(200, CloudApi.Sent);
        cloud.Clock.Advance(TimeSpan.FromSeconds(6));
        await cloud.SendAsync();
        await cloud.SendAsync();
    }

    [Theory]
    [InlineData(190, 401)]
    [InlineData(131000, 500)]
    [InlineData(131047, 400)]
    public async Task Breaker_stays_closed_whatever_happens_to_single_accounts_and_messages(int code, int status)
    {
        await using var cloud = new StubCloud(Small);
        cloud.Answer = (_, _) => StubCloud.Error(code, status);
        for (var i = 0; i < 50; i++)
            await Assert.ThrowsAsync<WhatsAppApiException>(() => cloud.SendAsync($"49155500{i:00000}"));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(429)]
    public async Task Resilience_handler_of_a_host_cannot_send_a_message_twice(int status)
    {
        await using var cloud = new CountingCloud(status);
        var services = new ServiceCollection();
        var http = services.AddWhatsAppClient(options => options.BaseUrl = cloud.Url);
        http.AddStandardResilienceHandler(options => options.Retry.Delay = TimeSpan.FromMilliseconds(1));
        await using var provider = services.BuildServiceProvider();
        var sender = provider.GetRequiredService<WhatsAppClient>().For(new WhatsAppAccount(new PhoneNumberId("800200"), "token"));

        var exception = await Assert.ThrowsAsync<WhatsAppUnavailableException>(() => sender.SendAsync(
            new Recipient.Phone("4915550001111"), new TextMessage("Hello"), cancellationToken: Token));

        Assert.True(exception.RequestWasSent);
        Assert.Contains("same message again", exception.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, cloud.Bodies);
    }

    [Fact]
    public async Task Unreachable_host_is_tried_once_more_at_once()
    {
        await using var cloud = new StubCloud(build: http => http.ConfigurePrimaryHttpMessageHandler(() => new Unreachable()));
        var repeats = 0L;
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (instrument.Name == "whatsapp.client.call.repeated")
                listening.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, count, tags, _) =>
        {
            if (tags.ToArray().Any(tag => tag.Value is "unreachable"))
                Interlocked.Add(ref repeats, count);
        });
        listener.Start();

        Assert.False((await Assert.ThrowsAsync<WhatsAppUnavailableException>(() => cloud.SendAsync())).RequestWasSent);
        Assert.True(repeats >= 1);
    }

    private static void Small(WhatsAppClientOptions options)
    {
        options.Resilience.BreakerMinimumCalls = 10;
        options.Resilience.Repeats = 0;
    }

    private sealed class Silence : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException();
        }
    }

    private sealed class Unreachable : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new HttpRequestException(HttpRequestError.ConnectionError, "refused");
    }
}
