using Microsoft.Extensions.DependencyInjection;
using WhatsApp.Client.Tests.Http;

namespace WhatsApp.Client.Tests.Pacing;

public sealed class PacingTests : IAsyncDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);
    private readonly StubCloud _cloud = new(options => options.Pacing.MaxWait = TimeSpan.FromMinutes(10));

    public ValueTask DisposeAsync() => _cloud.DisposeAsync();

    private static string Person(int i) => $"49155500{i:00000}";

    [Fact]
    public async Task Number_sends_eighty_in_a_second_and_no_more()
    {
        var sends = Enumerable.Range(0, 200).Select(i => _cloud.SendAsync(Person(i))).ToArray();
        await Task.WhenAll(sends[..80]);
        Assert.Equal(80, _cloud.Requests.Count);

        Assert.InRange(await _cloud.PassUntilAsync(Task.WhenAll(sends[..160]), Tick), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1.2));
        Assert.Equal(160, _cloud.Requests.Count);
        await _cloud.PassUntilAsync(Task.WhenAll(sends), Tick);
    }

    [Fact]
    public async Task Waiting_sends_go_in_the_order_they_came()
    {
        // Looked at where turns are given: threads that carry messages on may overtake each other.
        RecordingLimiter? limiter = null;
        await using var cloud = new StubCloud(
            register: services => services.AddSingleton<WhatsAppRateLimiter>(provider => limiter = new RecordingLimiter(provider.GetRequiredService<TimeProvider>())));
        for (var i = 0; i < 80; i++)
            await cloud.SendAsync(Person(i));
        var sends = new List<Task>();
        for (var i = 100; i < 150; i++)
            sends.Add(cloud.SendAsync(Person(i)));
        await cloud.PassUntilAsync(Task.WhenAll(sends), Tick);

        var persons = Enumerable.Range(100, 50).Select(i => cloud.Client.Pacer.KeyOf(new Recipient.Phone(Person(i))));
        Assert.Equal(persons, limiter!.Granted.Skip(80));
    }

    [Fact]
    public async Task Flood_of_one_number_does_not_delay_another()
    {
        var flood = Enumerable.Range(0, 500).Select(i => _cloud.SendAsync(Person(i), "111")).ToArray();
        await Task.WhenAll(Enumerable.Range(0, 80).Select(i => _cloud.SendAsync(Person(i), "222")));

        Assert.Contains(flood, send => !send.IsCompleted);
        await _cloud.PassUntilAsync(Task.WhenAll(flood), Tick);
    }

    [Fact]
    public async Task Person_gets_forty_five_at_once_and_then_one_in_six_seconds()
    {
        for (var i = 0; i < 45; i++)
            await _cloud.SendAsync();
        var next = _cloud.SendAsync();
        var after = _cloud.SendAsync();

        Assert.InRange(await _cloud.PassUntilAsync(next, Tick), TimeSpan.FromSeconds(5.9), TimeSpan.FromSeconds(6.3));
        Assert.False(after.IsCompleted);
        Assert.InRange(await _cloud.PassUntilAsync(after, Tick), TimeSpan.FromSeconds(5.5), TimeSpan.FromSeconds(6.3));
    }

    [Fact]
    public async Task Burst_is_free_again_when_what_was_borrowed_is_paid_back()
    {
        for (var i = 0; i < 45; i++)
            await _cloud.SendAsync();
        _cloud.Clock.Advance(TimeSpan.FromSeconds(44 * 6));
        for (var i = 0; i < 44; i++)
            await _cloud.SendAsync(mode: WhatsAppPacingMode.Throw);

        var exception = await Assert.ThrowsAsync<WhatsAppPacedException>(() => _cloud.SendAsync(mode: WhatsAppPacingMode.Throw));
        Assert.True(exception.IsPairLimit);
        Assert.Equal(TimeSpan.FromSeconds(6), exception.RetryAfter);
        Assert.Equal(WhatsAppRetryClass.NotProcessed, exception.RetryClass);
        Assert.DoesNotContain("4915550001111", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Person_who_waits_holds_up_nobody_else_of_the_number()
    {
        for (var i = 0; i < 45; i++)
            await _cloud.SendAsync();
        var held = _cloud.SendAsync();
        await _cloud.SendAsync(Person(1));
        Assert.False(held.IsCompleted);

        await _cloud.PassUntilAsync(held, Tick);
    }

    [Fact]
    public async Task Same_person_of_another_number_and_a_group_have_a_pace_of_their_own()
    {
        for (var i = 0; i < 45; i++)
            await _cloud.SendAsync();
        await _cloud.SendAsync(number: "111", mode: WhatsAppPacingMode.Throw);
        await _cloud.Sender().SendAsync(
            new Recipient.Group("4915550001111"), new TextMessage("Hello"), new SendOptions { Pacing = WhatsAppPacingMode.Throw }, TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<WhatsAppPacedException>(() => _cloud.SendAsync("+4915550001111", mode: WhatsAppPacingMode.Throw));
    }

    [Fact]
    public async Task Read_receipts_do_not_count()
    {
        _cloud.Answer = (_, _) => StubCloud.Json(200, """{"success":true,"messages":[{"id":"wamid.B="}]}""");
        for (var i = 0; i < 100; i++)
            await _cloud.Sender().MarkReadAsync(new MessageId("wamid.IN="), cancellationToken: TestContext.Current.CancellationToken);

        await _cloud.SendAsync(mode: WhatsAppPacingMode.Throw);
    }

    [Fact]
    public async Task Received_messages_count_up_to_three_quarters()
    {
        _cloud.Client.Pacer.Received(new PhoneNumberId("800200"), 30);
        for (var i = 0; i < 50; i++)
            await _cloud.SendAsync(Person(i), mode: WhatsAppPacingMode.Throw);
        await Assert.ThrowsAsync<WhatsAppPacedException>(() => _cloud.SendAsync(Person(50), mode: WhatsAppPacingMode.Throw));

        _cloud.Client.Pacer.Received(new PhoneNumberId("111"), 10_000);
        for (var i = 0; i < 20; i++)
            await _cloud.SendAsync(Person(i), "111", WhatsAppPacingMode.Throw);
        await Assert.ThrowsAsync<WhatsAppPacedException>(() => _cloud.SendAsync(Person(20), "111", WhatsAppPacingMode.Throw));
    }

    [Fact]
    public async Task Cancelled_wait_ends_at_once_and_lets_the_others_go()
    {
        await FillAsync();
        using var cancel = new CancellationTokenSource();
        var first = _cloud.SendAsync(Person(100), cancellationToken: cancel.Token);
        var second = _cloud.SendAsync(Person(101));
        await cancel.CancelAsync();

        Assert.Equal(cancel.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first)).CancellationToken);
        await _cloud.PassUntilAsync(second, Tick);
        Assert.Equal(81, _cloud.Requests.Count);
    }

    [Fact]
    public async Task Send_that_would_wait_longer_than_allowed_is_refused_at_once()
    {
        await using var cloud = new StubCloud(options => options.Pacing.MaxWait = TimeSpan.FromSeconds(5));
        for (var i = 0; i < 45; i++)
            await cloud.SendAsync();

        Assert.Equal(TimeSpan.FromSeconds(6), (await Assert.ThrowsAsync<WhatsAppPacedException>(() => cloud.SendAsync())).RetryAfter);
    }

    [Fact]
    public async Task Queue_of_a_number_is_bounded()
    {
        await using var cloud = new StubCloud(options => options.Pacing.MaxQueuedPerNumber = 10);
        for (var i = 0; i < 80; i++)
            await cloud.SendAsync(Person(i));
        var waiting = Enumerable.Range(80, 10).Select(i => cloud.SendAsync(Person(i))).ToArray();

        await Assert.ThrowsAsync<WhatsAppPacedException>(() => cloud.SendAsync(Person(99)));
        await cloud.PassUntilAsync(Task.WhenAll(waiting), Tick);
        Assert.Equal(0, cloud.Client.Pacer.QueueCount);
    }

    [Fact]
    public async Task Those_sent_away_are_told_times_of_their_own()
    {
        await FillAsync();
        var times = new List<TimeSpan>();
        for (var i = 0; i < 160; i++)
            times.Add((await Assert.ThrowsAsync<WhatsAppPacedException>(() => _cloud.SendAsync(Person(100 + i), mode: WhatsAppPacingMode.Throw))).RetryAfter);

        Assert.Equal(TimeSpan.FromSeconds(1), times[0]);
        Assert.Equal(times.Order(), times);
        Assert.InRange(times[^1], TimeSpan.FromSeconds(2.9), TimeSpan.FromSeconds(3.1));
    }

    [Fact]
    public async Task Mode_off_counts_nothing()
    {
        for (var i = 0; i < 200; i++)
            await _cloud.SendAsync(mode: WhatsAppPacingMode.Off);
        await _cloud.SendAsync(mode: WhatsAppPacingMode.Throw);
    }

    private async Task FillAsync()
    {
        for (var i = 0; i < 80; i++)
            await _cloud.SendAsync(Person(i));
    }

    /// <summary>How far the items are from their places, all together: woken sends run at once and may overtake the next by a hair.</summary>
}
