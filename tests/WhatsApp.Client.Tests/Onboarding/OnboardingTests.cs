using System.Text;
using WhatsApp.Client.Tests.Webhooks;
using WhatsApp.Client.Webhooks;
using WhatsApp.Emulator;

namespace WhatsApp.Client.Tests.Onboarding;

/// <summary>A business is let in on the emulated platform, whatever is cut on the way.</summary>
public sealed class OnboardingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Each call of the two ways, and how it is cut: refused before it is looked at, lost on its way there, or only its answer lost.</summary>
    public static TheoryData<bool, string, string, string> Cuts
    {
        get
        {
            var cuts = new TheoryData<bool, string, string, string>();
            (string Method, string Edge)[] both = [("POST", "access_token"), ("GET", "debug_token"), ("GET", "phone_numbers"), ("POST", "subscribed_apps")];
            foreach (var how in new[] { "refused", "dropped", "answer lost", "answer broken" })
            {
                foreach (var (method, edge) in both.Concat([("GET", "800200"), ("POST", "register")]))
                    cuts.Add(false, method, edge, how);
                foreach (var (method, edge) in both.Append(("POST", "smb_app_data")))
                    cuts.Add(true, method, edge, how);
            }

            return cuts;
        }
    }

    [Theory]
    [MemberData(nameof(Cuts))]
    public async Task Procedure_cut_at_any_step_goes_on_from_what_was_kept(bool coexistence, string method, string edge, string how)
    {
        await using var platform = await OnboardingPlatform.StartAsync();
        if (coexistence)
            (platform.Number.IsOnBusinessApp, platform.Number.PlatformType, platform.Number.Status) = (true, "CLOUD_API", "CONNECTED");
        var kept = OnboardingState.Begin(await platform.SignUpAsync()).ToJson();
        ValueTask Keep(OnboardingState state, CancellationToken token)
        {
            kept = state.ToJson();
            return ValueTask.CompletedTask;
        }

        var rule = platform.Emulator.Faults.OnCall(method, edge);
        switch (how)
        {
            case "refused":
                rule.RefuseBeforeAccepting(500);
                break;
            case "dropped":
                rule.DropConnection();
                break;
            case "answer lost":
                rule.AcceptThenDropConnection();
                break;
            default:
                rule.Html502(afterAccepting: true);
                break;
        }

        await Assert.ThrowsAnyAsync<WhatsAppException>(() => platform.NewHost().RunAsync(OnboardingState.FromJson(kept), Keep, Cancel));

        // Another process: nothing is left but what was kept.
        var state = await platform.NewHost().RunAsync(OnboardingState.FromJson(kept), Keep, Cancel);
        if (state.Need == OnboardingNeed.AnotherSignup)
        {
            Assert.Equal("access_token", edge);
            Assert.StartsWith("answer", how, StringComparison.Ordinal);
            state = await platform.NewHost().RunAsync(state.WithSignup(await platform.SignUpAsync()), Keep, Cancel);
        }

        Assert.Equal((OnboardingStep.Done, OnboardingNeed.Nothing), (state.Next, state.Need));
        Assert.True(OnboardingState.FromJson(kept).IsDone);
        Assert.Equal((new WabaId("700100"), new PhoneNumberId("800200"), coexistence), (state.Waba, state.Number, state.IsCoexistence));
        var sender = platform.NewClient().For(new WhatsAppAccount(state.Number!.Value, state.AccessToken!));
        Assert.Equal("111", Assert.Single(await sender.GetSubscribedAppsAsync(state.Waba!.Value, Cancel)).AppId);
        Assert.Equal("CONNECTED", (await sender.GetPhoneNumberAsync(Cancel)).Status);
        if (coexistence)
        {
            Assert.Null(state.Pin);
            Assert.Equal(0, platform.Calls("POST", "/register"));
            Assert.Null(state.SyncRefusal);
        }
        else
        {
            // The PIN that was kept is the one the number has: registering again with it is let through.
            await sender.RegisterAsync(state.Pin!, cancellationToken: Cancel);
        }
    }

    [Fact]
    public async Task Host_shows_one_step_after_the_other()
    {
        await using var platform = await OnboardingPlatform.StartAsync();
        var shown = new List<string>();
        var state = OnboardingState.Begin(await platform.SignUpAsync(), pin: "246810");
        while (!state.IsDone)
        {
            shown.Add(state.Next.ToString());
            state = await platform.NewHost().NextAsync(OnboardingState.FromJson(state.ToJson()), Cancel);
        }

        Assert.Equal(["ExchangeCode", "InspectToken", "FindNumber", "Subscribe", "Register"], shown);
        Assert.Equal(("246810", null), (state.Pin, state.Code));
        Assert.Contains(WhatsAppPermissions.Messaging, state.Scopes);
        Assert.Equal(state.ToJson(), (await platform.NewHost().NextAsync(state, Cancel)).ToJson());
    }

    [Fact]
    public async Task Code_that_is_too_old_or_was_used_asks_for_another_sign_up()
    {
        await using var platform = await OnboardingPlatform.StartAsync();
        var code = await platform.SignUpAsync();
        await platform.NewClient().ExchangeCodeAsync(OnboardingPlatform.App, code, Cancel);

        var state = await platform.NewHost().NextAsync(OnboardingState.Begin(code), Cancel);
        Assert.Equal((OnboardingStep.ExchangeCode, OnboardingNeed.AnotherSignup, null), (state.Next, state.Need, state.Code));

        var late = await platform.SignUpAsync();
        platform.Emulator.Clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(OnboardingNeed.AnotherSignup, (await platform.NewHost().NextAsync(OnboardingState.Begin(late), Cancel)).Need);
        Assert.Equal(OnboardingNeed.AnotherSignup, (await platform.NewHost().NextAsync(state, Cancel)).Need);
    }

    [Fact]
    public async Task Wrong_secret_of_the_app_is_an_error_and_uses_nothing_up()
    {
        await using var platform = await OnboardingPlatform.StartAsync();
        var code = await platform.SignUpAsync();

        var refusal = await Assert.ThrowsAsync<WhatsAppApiException>(() => platform.NewClient().ExchangeCodeAsync(new MetaApp("111", "another"), code, Cancel));

        Assert.Equal(1, refusal.Code);
        Assert.DoesNotContain(code, refusal.ToString(), StringComparison.Ordinal);
        Assert.NotEmpty(await platform.NewClient().ExchangeCodeAsync(OnboardingPlatform.App, code, Cancel));
        Assert.DoesNotContain(platform.Emulator.Journal.Calls, call => call.Path.Contains(code, StringComparison.Ordinal) || call.Path.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ids_of_the_browser_are_not_believed_when_the_token_does_not_reach_them()
    {
        await using var platform = await OnboardingPlatform.StartAsync();
        var signup = new EmbeddedSignup { Event = "FINISH", Waba = new("700001"), Number = new("800100") };

        var state = await RunAsync(platform, OnboardingState.Begin(await platform.SignUpAsync(), signup));

        Assert.Equal((OnboardingNeed.Waba, OnboardingStep.InspectToken), (state.Need, state.Next));
        Assert.Equal([new WabaId("700100")], state.Wabas);
        Assert.Throws<ArgumentException>(() => state.WithWaba(new WabaId("700001")));
        state = await RunAsync(platform, state.WithWaba(new WabaId("700100")));
        Assert.Equal((true, new PhoneNumberId("800200")), (state.IsDone, state.Number));
    }

    [Fact]
    public async Task Several_accounts_and_numbers_are_for_a_person_to_choose_of()
    {
        await using var platform = await OnboardingPlatform.StartAsync();
        var second = platform.Emulator.AddNumber(OnboardingPlatform.Options("800300", "700100"));

        var state = await RunAsync(platform, OnboardingState.Begin(await platform.SignUpAsync(platform.Number.Waba, platform.Provider.Waba)));
        Assert.Equal(OnboardingNeed.Waba, state.Need);
        state = await RunAsync(platform, state.WithWaba(new WabaId("700100")));
        Assert.Equal((OnboardingNeed.Number, OnboardingStep.FindNumber), (state.Need, state.Next));
        Assert.Equal(["800200", "800300"], state.Numbers.Select(one => one.Value).Order(StringComparer.Ordinal));
        Assert.Throws<ArgumentException>(() => state.WithNumber(new PhoneNumberId("800100")));
        state = await RunAsync(platform, state.WithNumber(new PhoneNumberId(second.PhoneNumberId)));

        Assert.Equal((true, new PhoneNumberId("800300")), (state.IsDone, state.Number));
        Assert.Equal(0, platform.Calls("POST", "/register"));
    }

    [Fact]
    public async Task Number_with_another_pin_asks_for_it_once()
    {
        await using var platform = await OnboardingPlatform.StartAsync();
        var options = OnboardingPlatform.Options("800400", "700400");
        (options.IsRegistered, options.Pin) = (false, "111111");
        var number = platform.Emulator.AddNumber(options);
        (number.Status, number.PlatformType) = ("PENDING", "NOT_APPLICABLE");

        var state = await RunAsync(platform, OnboardingState.Begin(await platform.SignUpAsync(number.Waba), pin: "222222"));
        Assert.Equal((OnboardingNeed.Pin, OnboardingStep.Register), (state.Need, state.Next));
        Assert.Equal(1, platform.Calls("POST", "/register"));
        Assert.Throws<ArgumentException>(() => state.WithPin("12"));

        Assert.True((await RunAsync(platform, state.WithPin("111111"))).IsDone);
    }

    [Fact]
    public async Task Number_that_is_not_verified_and_an_account_without_numbers_wait_for_a_person()
    {
        await using var platform = await OnboardingPlatform.StartAsync();
        platform.Number.CodeVerificationStatus = "NOT_VERIFIED";

        var state = await RunAsync(platform, OnboardingState.Begin(await platform.SignUpAsync()));
        Assert.Equal((OnboardingNeed.Verification, OnboardingStep.Register), (state.Need, state.Next));
        platform.Number.CodeVerificationStatus = "VERIFIED";
        Assert.True((await RunAsync(platform, state)).IsDone);
    }

    [Fact]
    public async Task Token_taken_back_midway_asks_for_another_sign_up_and_keeps_what_is_known()
    {
        await using var platform = await OnboardingPlatform.StartAsync();
        var host = platform.NewHost();
        var state = OnboardingState.Begin(await platform.SignUpAsync());
        while (state.Next != OnboardingStep.Subscribe)
            state = await host.NextAsync(state, Cancel);
        await platform.Emulator.RemovePartnerAsync(state.AccessToken!, Cancel);
        var pin = state.Pin;

        state = await host.NextAsync(state, Cancel);
        Assert.Equal((OnboardingNeed.AnotherSignup, OnboardingStep.ExchangeCode, null), (state.Need, state.Next, state.AccessToken));
        state = await RunAsync(platform, state.WithSignup(await platform.SignUpAsync()));

        Assert.Equal((true, pin), (state.IsDone, state.Pin));
    }

    [Fact]
    public async Task Sync_that_is_not_shared_stops_nothing_and_is_told()
    {
        await using var platform = await OnboardingPlatform.StartAsync();
        platform.Number.IsOnBusinessApp = true;
        platform.Emulator.Faults.OnCall("POST", "smb_app_data").Error(2593109);
        platform.Emulator.Faults.OnCall("POST", "smb_app_data", nth: 2).Error(2593108);

        var state = await RunAsync(platform, OnboardingState.Begin(await platform.SignUpAsync()));

        Assert.Equal((true, 2593108), (state.IsDone, state.SyncRefusal));
    }

    [Fact]
    public async Task Contacts_history_and_echoes_of_a_coexistence_number_are_counted_as_they_come()
    {
        await using var platform = await OnboardingPlatform.StartAsync();
        platform.Number.IsOnBusinessApp = true;
        var mira = platform.Emulator.AddPhone("Mira K.", "4915550001111", "DE.48213377190552");
        await mira.SaysAsync(platform.Number, "hi", Cancel);
        await using var inbox = await WebhookInbox.StartAsync(OnboardingPlatform.Secret, "verify me");
        var verified = await platform.Number.SetWebhookAsync(inbox.Url, "verify me", Cancel);
        Assert.True(verified.Succeeded);

        var state = await RunAsync(platform, OnboardingState.Begin(await platform.SignUpAsync()));
        await platform.Number.EchoesAsync(mira, "by hand", Cancel);
        await platform.Emulator.WaitForIdleAsync(Cancel);
        foreach (var occurred in inbox.Events)
            state = OnboardingState.FromJson(state.After(occurred).ToJson());

        Assert.Equal((100, 1, true), (state.HistoryProgress, state.ContactsSynced, state.HasEchoes));
    }

    [Fact]
    public void Partners_that_come_and_go_are_those_of_the_account()
    {
        var state = OnboardingState.Begin("code", new EmbeddedSignup { Event = "FINISH", Waba = new("700100"), Number = new("800200") });
        AccountUpdated Update(AccountUpdateKind kind, string waba) => new() { Event = kind, SubjectWabaId = new(waba), WabaId = "600100", Field = "account_update", Raw = default };

        Assert.Same(state, state.After(Update(AccountUpdateKind.PartnerAdded, "700200")));
        state = state.After(Update(AccountUpdateKind.PartnerAdded, "700100"));
        Assert.Equal((true, false), (state.IsPartnerAnnounced, state.HasLeft));
        Assert.True(state.After(Update(AccountUpdateKind.PartnerRemoved, "700100")).HasLeft);
        Assert.Equal(2593109, state.After(Payload.One<HistoryReceived>("history/declined")).SyncRefusal);
    }

    [Theory]
    [InlineData("https://www.facebook.com", true)]
    [InlineData("https://facebook.com", true)]
    [InlineData("http://www.facebook.com", false)]
    [InlineData("https://facebook.com.example", false)]
    [InlineData("https://notfacebook.com", false)]
    [InlineData("null", false)]
    [InlineData("", false)]
    public void Only_facebook_speaks_for_embedded_signup(string origin, bool trusted)
    {
        var read = EmbeddedSignup.Read(origin, """{"type":"WA_EMBEDDED_SIGNUP","event":"FINISH","data":{"phone_number_id":"800200","waba_id":700100,"business_id":"600100"}}"""u8);

        Assert.Equal(trusted, read is not null);
        if (trusted)
            Assert.Equal((true, false, new WabaId("700100"), new PhoneNumberId("800200"), "600100"), (read!.IsFinished, read.IsCoexistence, read.Waba, read.Number, read.BusinessId));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("5")]
    [InlineData("""{"type":"other","event":"FINISH"}""")]
    [InlineData("""{"type":"WA_EMBEDDED_SIGNUP"}""")]
    public void Other_messages_of_the_page_are_none(string json) => Assert.Null(EmbeddedSignup.Read("https://www.facebook.com", Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void Sign_up_that_was_given_up_tells_where()
    {
        var cancelled = EmbeddedSignup.Read("https://www.facebook.com", """{"type":"WA_EMBEDDED_SIGNUP","event":"CANCEL","data":{"current_step":"PHONE_NUMBER_SETUP"}}"""u8)!;

        Assert.Equal((false, "PHONE_NUMBER_SETUP"), (cancelled.IsFinished, cancelled.CurrentStep));
        Assert.True(EmbeddedSignup.Read("https://www.facebook.com", """{"type":"WA_EMBEDDED_SIGNUP","event":"FINISH_WHATSAPP_BUSINESS_APP_ONBOARDING","data":{}}"""u8)!.IsCoexistence);
    }

    [Fact]
    public void State_of_the_first_version_is_read_and_prints_no_secret()
    {
        var state = OnboardingState.FromJson(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Onboarding", "state-v1.json")));

        Assert.Equal((OnboardingStep.Register, OnboardingNeed.Pin, "EAAE-token", "246810"), (state.Next, state.Need, state.AccessToken, state.Pin));
        Assert.Equal((new WabaId("700100"), new PhoneNumberId("800200"), "600100", 55), (state.Waba, state.Number, state.BusinessId, state.HistoryProgress));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1790000000), state.TokenExpiresAt);
        Assert.Equal(state.ToJson(), OnboardingState.FromJson(state.ToJson()).ToJson());
        Assert.All(["EAAE", "246810", "AQcode"], secret => Assert.DoesNotContain(secret, state.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"v\":2,\"next\":\"Done\",\"need\":\"Nothing\"}")]
    [InlineData("{\"v\":1,\"next\":\"Elsewhere\",\"need\":\"Nothing\"}")]
    public void What_is_no_state_is_refused(string json) => Assert.Throws<FormatException>(() => OnboardingState.FromJson(Encoding.UTF8.GetBytes(json)));

    private static async Task<OnboardingState> RunAsync(OnboardingPlatform platform, OnboardingState state) =>
        await platform.NewHost().RunAsync(OnboardingState.FromJson(state.ToJson()), (_, _) => ValueTask.CompletedTask, Cancel);
}
