using System.Globalization;
using Microsoft.AspNetCore.Http;
using WhatsApp.Client.Tests.Media;
using static WhatsApp.Client.SetupFindingCode;

namespace WhatsApp.Client.Tests.Setup;

public sealed class SetupCheckTests : IAsyncDisposable
{
    private const string Refused = """{"error":{"code":190,"error_subcode":467}}""";
    private const string Unreachable = """{"error":{"code":100,"error_subcode":33}}""";
    private readonly HealthyCloud _platform = new();

    public ValueTask DisposeAsync() => _platform.DisposeAsync();

    /// <summary>Everything but the throughput, which is always told.</summary>
    private async Task<(SetupFindingCode Code, SetupSeverity Severity)[]> FindAsync(SetupCheckRequest? request = null)
    {
        var report = await _platform.CheckAsync(request);
        Assert.All(report.Findings, finding =>
        {
            Assert.False(string.IsNullOrWhiteSpace(finding.Message) || string.IsNullOrWhiteSpace(finding.Advice));
            foreach (var secret in new[] { MediaCloud.Token, HealthyCloud.AppSecret, "555000" })
                Assert.DoesNotContain(secret, finding.ToString(), StringComparison.Ordinal);
        });
        Assert.Equal(report.Findings.OrderByDescending(finding => finding.Severity), report.Findings);
        Assert.Equal(report.Findings.Any(finding => finding.Severity == SetupSeverity.Error), !report.IsReady);
        return [.. report.Findings.Where(finding => finding.Code != Throughput).Select(finding => (finding.Code, finding.Severity))];
    }

    private async Task ExpectAsync(SetupFindingCode code, SetupSeverity severity, SetupCheckRequest? request = null) =>
        Assert.Equal([(code, severity)], await FindAsync(request));

    [Fact]
    public async Task Healthy_platform_has_nothing_to_say_but_the_throughput()
    {
        var report = await _platform.CheckAsync();

        Assert.Equal([Throughput], report.Findings.Select(finding => finding.Code));
        Assert.True(report.IsReady);
        Assert.Equal("CONNECTED", report.PhoneNumber!.Status);
        Assert.Equal(["whatsapp_business_management", "whatsapp_business_messaging"], report.Token!.Scopes);
        Assert.Equal("AVAILABLE", report.Health!.CanSendMessage);
        Assert.Equal("800200", Assert.Single(report.WabaNumbers!).Id.Value);
        Assert.Equal("111", Assert.Single(report.SubscribedApps!).AppId);
        Assert.Equal(["messages"], Assert.Single(report.AppWebhooks!).Fields);
        Assert.Equal("SetupReport(Info: Throughput)", report.ToString());
    }

    [Fact]
    public async Task Refused_token_is_one_finding_however_many_reads_it_fails()
    {
        foreach (var path in new[] { "800200", "700100/phone_numbers", "700100/subscribed_apps" })
            _platform.Cloud.OnJson("/v25.0/" + path, Refused, 401);
        _platform.Cloud.OnJson("/v25.0/debug_token", """{"data":{"is_valid":false,"error":{"code":190,"subcode":467},"scopes":[]}}""");

        await ExpectAsync(TokenInvalid, SetupSeverity.Error);
    }

    [Theory]
    [InlineData("""{"data":{"is_valid":false,"error":{"code":190,"subcode":463},"scopes":[]}}""")]
    [InlineData("""{"data":{"is_valid":false,"expires_at":1700000000,"scopes":[]}}""")]
    [InlineData("""{"data":{"app_id":"111","is_valid":true,"expires_at":"1700000000","scopes":["whatsapp_business_management","whatsapp_business_messaging"]}}""")]
    public async Task Token_that_has_run_out_is_named_so(string token)
    {
        _platform.Cloud.OnJson("/v25.0/debug_token", token);

        await ExpectAsync(TokenExpired, SetupSeverity.Error);
    }

    [Theory]
    [InlineData("SYSTEM_USER", 6, TokenExpiresSoon)]
    [InlineData("USER", 1, TokenShortLived)]
    [InlineData("SYSTEM_USER", 8, null)]
    public async Task Token_that_runs_out_soon_is_a_warning(string type, int days, SetupFindingCode? code)
    {
        var until = _platform.Cloud.Clock.GetUtcNow().AddDays(days).ToUnixTimeSeconds();
        _platform.Cloud.OnJson("/v25.0/debug_token", $$"""
            {"data":{"app_id":"111","type":"{{type}}","is_valid":true,"expires_at":{{until.ToString(CultureInfo.InvariantCulture)}},
             "scopes":["whatsapp_business_management","whatsapp_business_messaging"]} }
            """);

        Assert.Equal(code is { } expected ? [(expected, SetupSeverity.Warning)] : [], await FindAsync());
    }

    [Fact]
    public async Task Token_of_another_app_is_an_error()
    {
        _platform.Cloud.OnJson("/v25.0/debug_token", """
            {"data":{"app_id":"999","is_valid":true,"scopes":["whatsapp_business_management","whatsapp_business_messaging"]}}
            """);

        await ExpectAsync(WrongApp, SetupSeverity.Error);
    }

    [Fact]
    public async Task Missing_permission_is_named()
    {
        _platform.Cloud.OnJson("/v25.0/debug_token", """{"data":{"app_id":"111","is_valid":true,"scopes":["whatsapp_business_management"]}}""");

        var finding = Assert.Single((await _platform.CheckAsync()).Findings, finding => finding.Code == PermissionMissing);
        Assert.Contains(WhatsAppPermissions.Messaging, finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Token_granted_for_another_account_is_an_error()
    {
        _platform.Token(targets: """["700999"]""");

        await ExpectAsync(WabaNotGranted, SetupSeverity.Error);
    }

    [Fact]
    public async Task Wrong_app_secret_is_one_finding()
    {
        _platform.Cloud.OnJson("/v25.0/debug_token", Refused, 400);
        _platform.Cloud.OnJson("/v25.0/111/subscriptions", """{"error":{"code":1,"message":"Error validating client secret."}}""", 400);

        await ExpectAsync(AppSecretWrong, SetupSeverity.Error);
    }

    [Fact]
    public async Task Number_out_of_reach_is_an_error()
    {
        _platform.Cloud.OnJson("/v25.0/800200", Unreachable, 400);

        await ExpectAsync(NumberUnreachable, SetupSeverity.Error);
    }

    [Fact]
    public async Task Number_of_another_account_is_found_on_any_page()
    {
        _platform.Cloud.On("/v25.0/700100/phone_numbers", context => context.Response.WriteAsync(context.Request.Query["after"] == "p2"
            ? """{"data":[{"id":"800999"}]}"""
            : """{"data":[{"id":"800300"}],"paging":{"cursors":{"after":"p2"},"next":"https://graph.example/?access_token=x"}}"""));

        await ExpectAsync(NumberNotInWaba, SetupSeverity.Error);
    }

    [Fact]
    public async Task Account_out_of_reach_is_one_error()
    {
        _platform.Cloud.OnJson("/v25.0/700100/phone_numbers", Unreachable, 400);
        _platform.Cloud.OnJson("/v25.0/700100/subscribed_apps", Unreachable, 400);

        await ExpectAsync(WabaUnreachable, SetupSeverity.Error);
    }

    [Theory]
    [InlineData(""","status":"PENDING" """, NumberNotRegistered, SetupSeverity.Error)]
    [InlineData(""","status":"DISCONNECTED" """, NumberNotRegistered, SetupSeverity.Error)]
    [InlineData(""","platform_type":"NOT_APPLICABLE" """, NumberNotRegistered, SetupSeverity.Error)]
    [InlineData(""","platform_type":"ON_PREMISE" """, NumberNotRegistered, SetupSeverity.Error)]
    [InlineData(""","status":"BANNED" """, NumberGone, SetupSeverity.Error)]
    [InlineData(""","status":"FLAGGED" """, NumberRestricted, SetupSeverity.Warning)]
    [InlineData(""","status":"RESTRICTED" """, NumberRestricted, SetupSeverity.Warning)]
    [InlineData(""","status":"FROM_THE_FUTURE" """, NumberStatusUnknown, SetupSeverity.Warning)]
    [InlineData(""","code_verification_status":"NOT_VERIFIED" """, NumberNotVerified, SetupSeverity.Warning)]
    [InlineData(""","name_status":"DECLINED" """, NameNotApproved, SetupSeverity.Warning)]
    [InlineData(""","name_status":"PENDING_REVIEW" """, NameNotApproved, SetupSeverity.Warning)]
    [InlineData(""","quality_rating":"RED" """, QualityLow, SetupSeverity.Warning)]
    [InlineData(""","quality_rating":"YELLOW" """, QualityLow, SetupSeverity.Info)]
    [InlineData(""","account_mode":"SANDBOX" """, TestNumber, SetupSeverity.Warning)]
    [InlineData(""","whatsapp_business_manager_messaging_limit":"TIER_250" """, MessagingLimit, SetupSeverity.Info)]
    public async Task Standing_of_the_number(string field, SetupFindingCode code, SetupSeverity severity)
    {
        _platform.Number(field);

        await ExpectAsync(code, severity);
    }

    [Theory]
    [InlineData("", "80 messages", SetupSeverity.Info)]
    [InlineData(""","throughput":{"level":"HIGH"}""", "1,000 messages", SetupSeverity.Info)]
    [InlineData(""","is_on_biz_app":true""", "20 messages", SetupSeverity.Info)]
    [InlineData(""","throughput":{"level":"NOT_APPLICABLE"}""", "no throughput", SetupSeverity.Warning)]
    public async Task Throughput_is_told_in_messages_a_second(string field, string text, SetupSeverity severity)
    {
        _platform.Number(field);

        var finding = Assert.Single((await _platform.CheckAsync()).Findings);
        Assert.Equal((Throughput, severity), (finding.Code, finding.Severity));
        Assert.Contains(text, finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("BLOCKED", SendingBlocked, SetupSeverity.Error)]
    [InlineData("LIMITED", SendingLimited, SetupSeverity.Warning)]
    public async Task What_the_platform_says_about_sending_is_passed_on(string canSend, SetupFindingCode code, SetupSeverity severity)
    {
        _platform.Health($$"""
            {"can_send_message":"{{canSend}}","entities":[{"entity_type":"WABA","id":"700100","can_send_message":"{{canSend}}",
             "errors":[{"error_code":141006,"error_description":"There is no payment method.","possible_solution":"Add one."}]}]}
            """);

        var finding = (await _platform.CheckAsync()).Findings.Single(finding => finding.Code != Throughput);

        Assert.Equal(new SetupFinding(code, severity, "WhatsApp says about WABA: There is no payment method.", "Add one."), finding);
    }

    [Fact]
    public async Task Blocked_without_a_reason_is_told_too()
    {
        _platform.Health("""{"can_send_message":"BLOCKED"}""");

        await ExpectAsync(SendingBlocked, SetupSeverity.Error);
    }

    [Fact]
    public async Task App_that_is_not_subscribed_is_an_error()
    {
        _platform.Subscribed();

        await ExpectAsync(AppNotSubscribed, SetupSeverity.Error);
    }

    [Fact]
    public async Task Another_app_alone_does_not_help()
    {
        _platform.Subscribed("""{"whatsapp_business_api_data":{"id":"999"}}""");

        Assert.Equal([(AppNotSubscribed, SetupSeverity.Error), (OtherAppSubscribed, SetupSeverity.Info)], await FindAsync());
    }

    [Theory]
    [InlineData(""","override_callback_uri":"https://old.example/wa" """, "")]
    [InlineData("", ""","webhook_configuration":{"phone_number":"https://old.example/wa"}""")]
    [InlineData("", ""","webhook_configuration":{"whatsapp_business_account":"https://old.example/wa"}""")]
    public async Task Override_that_points_elsewhere_is_an_error(string subscription, string number)
    {
        _platform.Subscribed($$"""{"whatsapp_business_api_data":{"id":"111"}{{subscription}}}""");
        _platform.Number(number);

        await ExpectAsync(CallbackElsewhere, SetupSeverity.Error);
        await ExpectAsync(CallbackOverridden, SetupSeverity.Info, new SetupCheckRequest { Waba = HealthyCloud.Waba, App = HealthyCloud.App });
    }

    [Fact]
    public async Task Override_that_points_here_wins_over_the_apps_own()
    {
        _platform.Subscribed("""{"whatsapp_business_api_data":{"id":"111"},"override_callback_uri":"https://bot.example/wa"}""");
        _platform.AppWebhooks("""{"object":"whatsapp_business_account","callback_url":"https://old.example/wa","active":true,"fields":["messages"]}""");

        Assert.Empty(await FindAsync());
    }

    [Fact]
    public async Task Callback_of_the_app_that_points_elsewhere_is_an_error()
    {
        _platform.AppWebhooks("""{"object":"whatsapp_business_account","callback_url":"https://old.example/wa","active":true,"fields":["messages"]}""");

        await ExpectAsync(CallbackElsewhere, SetupSeverity.Error);
    }

    [Theory]
    [InlineData("""{"object":"whatsapp_business_account","callback_url":"https://bot.example/wa","active":true,"fields":[{"name":"account_update"}]}""")]
    [InlineData("""{"object":"whatsapp_business_account","callback_url":"https://bot.example/wa","active":false,"fields":[{"name":"messages"}]}""")]
    public async Task App_that_does_not_hear_of_messages_is_an_error(string webhook)
    {
        _platform.AppWebhooks(webhook);

        await ExpectAsync(MessagesNotSubscribed, SetupSeverity.Error);
    }

    [Fact]
    public async Task App_without_webhook_settings_is_an_error()
    {
        _platform.AppWebhooks("""{"object":"page","callback_url":"https://bot.example/fb","active":true,"fields":[]}""");

        await ExpectAsync(CallbackMissing, SetupSeverity.Error);
    }

    [Fact]
    public async Task Without_a_request_the_number_and_its_token_are_checked()
    {
        await ExpectAsync(WabaNotChecked, SetupSeverity.Info, new SetupCheckRequest());
        Assert.DoesNotContain(_platform.Cloud.Api.Paths, path => path.Contains("700100", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Token_that_may_not_inspect_itself_is_good_to_know()
    {
        _platform.Cloud.OnJson("/v25.0/debug_token", """{"error":{"code":100}}""", 400);

        Assert.Contains((TokenNotInspected, SetupSeverity.Info), await FindAsync(new SetupCheckRequest { Waba = HealthyCloud.Waba }));
    }

    [Fact]
    public async Task Failed_reads_are_findings_and_cost_no_others()
    {
        _platform.Cloud.OnJson("/v25.0/700100/phone_numbers", "<html>Bad Gateway</html>", 502);
        _platform.Cloud.OnJson("/v25.0/111/subscriptions", "[]");
        _platform.Subscribed();

        Assert.Equal(
            [(AppNotSubscribed, SetupSeverity.Error), (ReadFailed, SetupSeverity.Warning), (ReadFailed, SetupSeverity.Warning)],
            await FindAsync());
    }

    [Fact]
    public async Task Permission_refused_to_a_read_is_named()
    {
        _platform.Cloud.OnJson("/v25.0/700100/subscribed_apps", """{"error":{"code":200}}""", 403);

        await ExpectAsync(PermissionMissing, SetupSeverity.Error);
    }

    [Fact]
    public async Task One_deadline_ends_all_reads_and_keeps_what_came()
    {
        var hanging = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _platform.Cloud.On("/v25.0/700100/subscribed_apps", context =>
        {
            hanging.TrySetResult();
            return Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });

        var check = _platform.CheckAsync(new SetupCheckRequest { Waba = HealthyCloud.Waba, App = HealthyCloud.App, Deadline = TimeSpan.FromSeconds(2) });
        await hanging.Task;
        while (!check.IsCompleted)
        {
            _platform.Cloud.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAny(check, Task.Delay(20, MediaCloud.Cancel));
        }

        Assert.Contains((await check).Findings, finding => finding.Code == ReadFailed && finding.Message.Contains("apps subscribed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Cancelling_the_check_is_cancellation()
    {
        using var cancel = new CancellationTokenSource();
        _platform.Cloud.On("/v25.0/800200", async context =>
        {
            await cancel.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _platform.Cloud.Sender.CheckSetupAsync(HealthyCloud.Everything, cancel.Token));
    }

    [Fact]
    public async Task Request_is_checked()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => _platform.CheckAsync(new SetupCheckRequest { Waba = new WabaId(" ") }));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => _platform.CheckAsync(new SetupCheckRequest { Deadline = TimeSpan.Zero }));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => _platform.CheckAsync(new SetupCheckRequest { ExpiryWarning = TimeSpan.FromDays(-1) }));
    }
}
