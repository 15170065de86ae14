using WhatsApp.Client.Tests.Http;

namespace WhatsApp.Client.Tests.Pacing;

public sealed class RefusalTests : IAsyncDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);
    private readonly StubCloud _cloud = new(options => options.Pacing.MaxWait = TimeSpan.FromHours(1));

    public ValueTask DisposeAsync() => _cloud.DisposeAsync();

    [Fact]
    public async Task Pair_limit_waits_four_to_the_power_of_the_refusals_in_a_row()
    {
        await using var cloud = new StubCloud(options =>
        {
            options.Pacing.Repeats = 4;
            options.Pacing.MaxWait = TimeSpan.FromHours(1);
        });
        cloud.Answer = (_, index) => index < 4 ? StubCloud.Error(131056) : StubCloud.Json(200, CloudApi.Sent);
        var send = cloud.SendAsync();

        // 1 + 4 + 16 + 64, and up to a quarter more each.
        Assert.InRange(await cloud.PassUntilAsync(send, TimeSpan.FromSeconds(1)), TimeSpan.FromSeconds(84), TimeSpan.FromSeconds(85 * 1.25 + 6));
        Assert.Equal(5, cloud.Requests.Count);
    }

    [Fact]
    public async Task Pair_limit_holds_up_this_person_only()
    {
        _cloud.Answer = (_, index) => index == 0 ? StubCloud.Error(131056) : StubCloud.Json(200, CloudApi.Sent);
        var exception = await Assert.ThrowsAsync<WhatsAppApiException>(() => _cloud.SendAsync(mode: WhatsAppPacingMode.Throw));

        Assert.InRange(exception.HeldBackFor!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1.25));
        Assert.True((await Assert.ThrowsAsync<WhatsAppPacedException>(() => _cloud.SendAsync(mode: WhatsAppPacingMode.Throw))).IsPairLimit);
        await _cloud.SendAsync("4915550002222", mode: WhatsAppPacingMode.Throw);
        _cloud.Clock.Advance(exception.HeldBackFor.Value);
        await _cloud.SendAsync(mode: WhatsAppPacingMode.Throw);
        Assert.Equal(3, _cloud.Requests.Count);
    }

    [Theory]
    [InlineData(130429)]
    [InlineData(80007)]
    [InlineData(4)]
    public async Task Throughput_refusal_holds_up_the_whole_number_and_the_send_is_repeated(int code)
    {
        _cloud.Answer = (_, index) => index == 0 ? StubCloud.Error(code) : StubCloud.Json(200, CloudApi.Sent);
        var send = _cloud.SendAsync();
        await _cloud.PassUntilAsync(Task.Delay(TimeSpan.FromMilliseconds(500), _cloud.Clock, TestContext.Current.CancellationToken), Tick);
        Assert.False((await Assert.ThrowsAsync<WhatsAppPacedException>(() => _cloud.SendAsync("4915550002222", mode: WhatsAppPacingMode.Throw))).IsPairLimit);
        await _cloud.SendAsync(number: "111", mode: WhatsAppPacingMode.Throw);

        await _cloud.PassUntilAsync(send, Tick);
        Assert.Equal("wamid.BBB=", (await send).MessageId.Value);
    }

    [Fact]
    public async Task Refusals_of_messages_that_were_on_their_way_together_count_once()
    {
        _cloud.Answer = (_, index) => StubCloud.Error(130429);
        var held = new List<TimeSpan>();
        for (var i = 0; i < 10; i++)
        {
            // Each on a pace of its own, as if all had left before the first answer came.
            var exception = await Assert.ThrowsAsync<WhatsAppApiException>(() => _cloud.SendAsync($"4915550003{i:000}", mode: WhatsAppPacingMode.Throw));
            held.Add(exception.HeldBackFor!.Value);
            _cloud.Clock.Advance(exception.HeldBackFor.Value);
        }

        Assert.All(held.Zip([1, 2, 4, 8, 16, 32, 60, 60, 60, 60]), pair => Assert.InRange(pair.First.TotalSeconds, pair.Second, pair.Second * 1.25));
    }

    [Fact]
    public async Task Accepted_message_makes_the_next_refusal_a_first_one()
    {
        _cloud.Answer = (_, index) => index is 0 or 2 ? StubCloud.Error(130429) : StubCloud.Json(200, CloudApi.Sent);
        foreach (var _ in new[] { 1, 2 })
        {
            var exception = await Assert.ThrowsAsync<WhatsAppApiException>(() => _cloud.SendAsync(mode: WhatsAppPacingMode.Throw));
            Assert.InRange(exception.HeldBackFor!.Value.TotalSeconds, 1, 1.25);
            _cloud.Clock.Advance(exception.HeldBackFor.Value);
            await _cloud.SendAsync(mode: WhatsAppPacingMode.Throw);
        }
    }

    [Fact]
    public async Task Retry_after_is_never_undercut()
    {
        _cloud.Answer = (_, _) =>
        {
            var answer = StubCloud.Error(130429, 429);
            answer.Headers.Add("Retry-After", "40");
            return answer;
        };
        var exception = await Assert.ThrowsAsync<WhatsAppApiException>(() => _cloud.SendAsync(mode: WhatsAppPacingMode.Throw));

        Assert.InRange(exception.HeldBackFor!.Value.TotalSeconds, 40, 50);
    }

    [Fact]
    public async Task Send_is_repeated_as_often_as_configured_and_then_told()
    {
        _cloud.Answer = (_, _) => StubCloud.Error(130429);
        var send = _cloud.SendAsync();
        await _cloud.PassUntilAsync(send, Tick);

        Assert.Equal(130429, (await Assert.ThrowsAsync<WhatsAppApiException>(() => send)).Code);
        Assert.Equal(3, _cloud.Requests.Count);
    }

    [Fact]
    public async Task Send_is_not_repeated_when_its_wait_would_be_too_long()
    {
        await using var cloud = new StubCloud(options => options.Pacing.MaxWait = TimeSpan.FromSeconds(30));
        cloud.Answer = (_, _) => StubCloud.Error(131057);

        Assert.InRange((await Assert.ThrowsAsync<WhatsAppApiException>(() => cloud.SendAsync())).HeldBackFor!.Value.TotalSeconds, 60, 75);
        Assert.Single(cloud.Requests);
    }

    [Theory]
    [InlineData(131000, 500)]
    [InlineData(131016, 500)]
    [InlineData(1, 500)]
    [InlineData(2, 503)]
    [InlineData(131047, 400)]
    [InlineData(131026, 400)]
    [InlineData(131048, 400)]
    [InlineData(190, 401)]
    [InlineData(999999, 500)]
    public async Task Any_other_failure_of_a_send_is_told_and_never_repeated(int code, int status)
    {
        _cloud.Answer = (_, _) => StubCloud.Error(code, status);
        await Assert.ThrowsAsync<WhatsAppApiException>(() => _cloud.SendAsync());

        Assert.Single(_cloud.Requests);
    }
}
