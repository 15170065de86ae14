using Microsoft.Extensions.DependencyInjection;
using WhatsApp.Client.Tests.Http;

namespace WhatsApp.Client.Tests.Accounts;

public sealed class AccountSourceTests : IAsyncDisposable
{
    private static readonly PhoneNumberId Number = new("800200");
    private readonly StubCloud _cloud;
    private readonly Dictionary<string, string> _tokens = new() { ["800200"] = "first" };
    private Func<CancellationToken, Task> _reading = _ => Task.CompletedTask;
    private int _reads;

    public AccountSourceTests() => _cloud = new StubCloud(
        options =>
        {
            options.MaxCachedAccounts = 20;
            options.Pacing.Mode = WhatsAppPacingMode.Off;
        },
        services => services.AddWhatsAppAccountSource(async (_, number, token) =>
        {
            Interlocked.Increment(ref _reads);
            await _reading(token);
            return _tokens.TryGetValue(number.Value, out var found) ? new WhatsAppAccount(number, found) : null;
        }));

    public ValueTask DisposeAsync() => _cloud.DisposeAsync();

    private Task<SendResult> SendAsync(PhoneNumberId? number = null, CancellationToken? token = null) => _cloud.Client.For(number ?? Number).SendAsync(
        new Recipient.Phone("4915550001111"), new TextMessage("Hello"), cancellationToken: token ?? TestContext.Current.CancellationToken);

    [Fact]
    public async Task Account_is_read_once_and_kept()
    {
        await SendAsync();
        await SendAsync();

        Assert.Equal(1, _reads);
        Assert.All(_cloud.Requests, request => Assert.Equal("first", request.Token));
    }

    [Fact]
    public async Task Account_is_read_again_after_its_lifetime()
    {
        await SendAsync();
        _tokens["800200"] = "second";
        _cloud.Clock.Advance(TimeSpan.FromMinutes(5));
        await SendAsync();

        Assert.Equal(["first", "second"], _cloud.Requests.Select(request => request.Token));
    }

    [Fact]
    public async Task Account_is_read_again_after_invalidation_by_a_sender_made_before()
    {
        var sender = _cloud.Client.For(Number);
        await SendAsync();
        _tokens["800200"] = "second";
        _cloud.Client.Invalidate(Number);
        await sender.SendAsync(new Recipient.Phone("4915550001111"), new TextMessage("Hello"), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(["first", "second"], _cloud.Requests.Select(request => request.Token));
    }

    [Fact]
    public async Task Concurrent_calls_share_one_look_up_and_none_ends_it_for_the_others()
    {
        var reading = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _reading = _ => reading.Task;
        using var cancel = new CancellationTokenSource();
        var first = SendAsync(token: cancel.Token);
        var others = Enumerable.Range(0, 5).Select(_ => SendAsync()).ToArray();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        reading.SetResult();
        await Task.WhenAll(others);

        Assert.Equal(1, _reads);
    }

    [Fact]
    public async Task Unknown_number_is_an_error_of_its_own_and_found_as_soon_as_it_exists()
    {
        var exception = await Assert.ThrowsAsync<WhatsAppAccountNotFoundException>(() => SendAsync(new PhoneNumberId("999")));
        Assert.Equal("999", exception.PhoneNumberId.Value);
        _tokens["999"] = "new";
        await SendAsync(new PhoneNumberId("999"));

        Assert.Equal("new", Assert.Single(_cloud.Requests).Token);
    }

    [Fact]
    public async Task Failure_of_the_source_reaches_the_caller_and_is_not_kept()
    {
        _reading = _ => throw new TimeZoneNotFoundException("the database is down");
        await Assert.ThrowsAsync<TimeZoneNotFoundException>(() => SendAsync());
        _reading = _ => Task.CompletedTask;
        await SendAsync();

        Assert.Equal(2, _reads);
    }

    [Fact]
    public async Task Slow_source_ends_at_its_deadline_and_proves_that_nothing_was_sent()
    {
        _reading = _ => new TaskCompletionSource().Task;
        var send = SendAsync();
        await _cloud.PassUntilAsync(send, TimeSpan.FromSeconds(1));

        var exception = await Assert.ThrowsAsync<WhatsAppUnavailableException>(() => send);
        Assert.False(exception.RequestWasSent);
        Assert.Empty(_cloud.Requests);
    }

    [Theory]
    [InlineData(190, 401)]
    [InlineData(190, 400)]
    [InlineData(0, 401)]
    public async Task Refused_token_is_read_again_and_the_call_made_once_more_with_the_new_one(int code, int status)
    {
        await SendAsync();
        _tokens["800200"] = "second";
        _cloud.Answer = (request, _) => request.Token == "first" ? StubCloud.Error(code, status) : StubCloud.Json(200, CloudApi.Sent);
        await SendAsync();
        await SendAsync();

        Assert.Equal(["first", "first", "second", "second"], _cloud.Requests.Select(request => request.Token));
        Assert.Equal(2, _reads);
    }

    [Fact]
    public async Task Refused_token_that_is_still_the_same_is_not_tried_again()
    {
        _cloud.Answer = (_, _) => StubCloud.Error(190, 401);
        var exception = await Assert.ThrowsAsync<WhatsAppApiException>(() => SendAsync());

        Assert.Equal(WhatsAppErrorCategory.Authentication, exception.Category);
        Assert.Single(_cloud.Requests);
    }

    [Fact]
    public async Task New_token_that_is_refused_too_ends_it()
    {
        _cloud.Answer = (_, index) =>
        {
            _tokens["800200"] = $"token-{index}";
            return StubCloud.Error(190, 401);
        };
        await Assert.ThrowsAsync<WhatsAppApiException>(() => SendAsync());

        Assert.Equal(2, _cloud.Requests.Count);
    }

    [Fact]
    public async Task Missing_permission_drops_the_account_without_repeating_the_call()
    {
        _cloud.Answer = (_, index) => index == 0 ? StubCloud.Error(10, 403) : StubCloud.Json(200, CloudApi.Sent);
        await Assert.ThrowsAsync<WhatsAppApiException>(() => SendAsync());
        _tokens["800200"] = "second";
        await SendAsync();

        Assert.Equal(["first", "second"], _cloud.Requests.Select(request => request.Token));
    }

    [Fact]
    public async Task Account_of_another_number_is_refused()
    {
        await using var cloud = new StubCloud(register: services =>
            services.AddWhatsAppAccountSource((_, _, _) => ValueTask.FromResult<WhatsAppAccount?>(new WhatsAppAccount(new PhoneNumberId("1"), "t"))));

        await Assert.ThrowsAsync<InvalidOperationException>(() => cloud.Client.For(Number).GetPhoneNumberAsync(TestContext.Current.CancellationToken));
        Assert.Empty(cloud.Requests);
    }

    [Fact]
    public async Task Kept_accounts_are_bounded_and_the_used_ones_stay()
    {
        for (var i = 0; i < 100; i++)
            _tokens[$"7{i}"] = "t";
        await SendAsync();
        for (var i = 0; i < 100; i++)
        {
            _cloud.Clock.Advance(TimeSpan.FromMilliseconds(1));
            await SendAsync(new PhoneNumberId($"7{i}"));
            await SendAsync();
        }

        Assert.Equal(101, _reads);
        await SendAsync(new PhoneNumberId("70"));
        Assert.Equal(102, _reads);
    }

    [Fact]
    public async Task Without_a_source_the_call_that_was_forgotten_is_named()
    {
        await using var cloud = new StubCloud();

        Assert.Contains("AddWhatsAppAccountSource", Assert.Throws<InvalidOperationException>(() => cloud.Client.For(Number)).Message, StringComparison.Ordinal);
        cloud.Client.Invalidate(Number);
    }
}
