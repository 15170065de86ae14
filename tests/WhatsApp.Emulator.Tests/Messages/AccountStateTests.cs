namespace WhatsApp.Emulator.Tests;

public sealed class AccountStateTests
{
    public static TheoryData<string, int, int> States => new()
    {
        { "BANNED", 403, 131031 }, { "RESTRICTED", 400, 131048 }, { "RATE_LIMITED", 400, 130429 },
    };

    [Theory]
    [MemberData(nameof(States))]
    public async Task A_number_in_a_bad_state_refuses_sends(string status, int http, int code)
    {
        await using var platform = await Platform.StartAsync();
        await platform.OpenWindowAsync();
        platform.Shop.Status = status;

        var answer = await platform.TextAsync();

        Assert.Equal((http, code), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task A_locked_or_blocked_account_refuses_sends_until_it_is_free_again()
    {
        await using var platform = await Platform.StartAsync(fakeClock: true);
        await platform.OpenWindowAsync();
        platform.Shop.Waba.IsLocked = true;
        Assert.Equal(131031, (await platform.TextAsync()).Code);
        platform.Shop.Waba.IsLocked = false;
        platform.Shop.Waba.BlockedUntil = platform.Clock.GetUtcNow().AddHours(1);
        Assert.Equal(368, (await platform.TextAsync()).Code);
        platform.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(200, (await platform.TextAsync()).Status);
    }

    [Fact]
    public async Task An_upgrade_of_the_throughput_takes_a_minute_and_is_announced()
    {
        await using var platform = await Platform.StartAsync(options => options.PairInterval = TimeSpan.Zero, fakeClock: true);
        await platform.OpenWindowAsync();

        await platform.Shop.UpgradeThroughputAsync(Platform.Cancel);
        var during = await platform.TextAsync();
        platform.Clock.Advance(TimeSpan.FromMinutes(1));
        for (var i = 0; i < 100; i++)
            Assert.Equal(200, (await platform.TextAsync()).Status);

        Assert.Equal(131057, during.Code);
        Assert.Equal("THROUGHPUT_UPGRADE", Assert.Single(platform.Bot.Of("phone_number_quality_update")).GetProperty("event").GetString());
        Assert.Equal("HIGH", (await platform.GetAsync("800200?fields=throughput")).Json.GetProperty("throughput").GetProperty("level").GetString());
    }

    [Fact]
    public async Task A_number_in_the_business_app_too_sends_twenty_per_second()
    {
        await using var platform = await Platform.StartAsync(options => options.PairInterval = TimeSpan.Zero, fakeClock: true);
        platform.Shop.IsOnBusinessApp = true;
        await platform.OpenWindowAsync();

        for (var i = 0; i < 19; i++)
            Assert.Equal(200, (await platform.TextAsync()).Status);

        Assert.Equal(130429, (await platform.TextAsync()).Code);
    }

    [Fact]
    public async Task A_test_number_writes_to_its_allowed_recipients_only_as_they_are_spelled()
    {
        await using var platform = await Platform.StartAsync();
        platform.Emulator.AddPhone("Lucía", "5491123456789", "AR.1");
        platform.Shop.AllowedRecipients = ["541123456789"];

        Assert.Equal(131030, (await platform.SendAsync("""  "to":"5491123456789","type":"text","text":{"body":"x"}  """)).Code);
        Assert.Equal(131030, (await platform.TextAsync()).Code);
        Assert.Equal(200, (await platform.SendAsync("""  "to":"541123456789","type":"text","text":{"body":"x"}  """)).Status);
    }

    [Fact]
    public async Task A_blocked_user_a_changed_identity_and_a_foreign_thread_are_refused()
    {
        await using var platform = await Platform.StartAsync();
        await platform.OpenWindowAsync();
        var answer = await platform.PostAsync("800200/block_users", $$"""{"messaging_product":"whatsapp","block_users":[{"user":"{{Platform.MiraPhone}}"}]}""");
        Assert.Equal(200, answer.Status);
        Assert.Equal(130403, (await platform.TextAsync()).Code);
        await platform.DeleteAsync("800200/block_users", $$"""{"messaging_product":"whatsapp","block_users":[{"user_id":"{{Platform.MiraId}}"}]}""");

        Assert.Equal(137000, (await platform.TextAsync(extra: """  "recipient_identity_key_hash":"old",  """)).Code);
        await platform.Shop.HandThreadToAsync(platform.Mira, "human_agent", Platform.Cancel);
        Assert.Equal(131070, (await platform.TextAsync()).Code);
    }

    [Fact]
    public async Task An_account_makes_five_thousand_management_calls_an_hour()
    {
        await using var platform = await Platform.StartAsync(fakeClock: true);
        for (var i = 0; i < 5_000; i++)
            Assert.Equal(200, (await platform.GetAsync("700100?fields=id")).Status);

        var refused = await platform.GetAsync("700100?fields=id");
        platform.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal((400, 80007), (refused.Status, refused.Code));
        Assert.Equal(200, (await platform.GetAsync("700100?fields=id")).Status);
    }

    [Fact]
    public async Task A_proof_of_the_app_secret_can_be_required()
    {
        await using var platform = await Platform.StartAsync();
        platform.Shop.App.RequiresAppSecretProof = true;
        var proof = Convert.ToHexStringLower(System.Security.Cryptography.HMACSHA256.HashData(
            System.Text.Encoding.UTF8.GetBytes(Platform.Secret), System.Text.Encoding.UTF8.GetBytes(Platform.Token)));

        Assert.Equal(100, (await platform.GetAsync("800200")).Code);
        Assert.Equal(100, (await platform.GetAsync("800200?appsecret_proof=00")).Code);
        Assert.Equal(200, (await platform.GetAsync($"800200?appsecret_proof={proof}")).Status);
    }
}
