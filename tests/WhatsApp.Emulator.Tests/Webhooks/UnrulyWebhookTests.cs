using System.Text.Json;

namespace WhatsApp.Emulator.Tests;

public sealed class UnrulyWebhookTests
{
    [Fact]
    public async Task A_batch_holds_a_thousand_events_and_the_rest_goes_into_the_next()
    {
        await using var platform = await Platform.StartAsync();

        var attempts = await platform.Emulator.Webhooks.BatchAsync(async () =>
        {
            for (var i = 0; i < 1_001; i++)
                await platform.Mira.SaysAsync(platform.Shop, $"{i}", Platform.Cancel);
        }, Platform.Cancel);

        Assert.Equal(2, attempts.Count);
        Assert.Equal([1, 1_000], platform.Bot.Posts.Select(post => post.Json.GetProperty("entry")[0].GetProperty("changes")[0].GetProperty("value").GetProperty("messages").GetArrayLength()).Order());
        Assert.Equal(1, platform.Bot.Values.First().GetProperty("contacts").GetArrayLength());
    }

    [Fact]
    public async Task A_batch_beyond_three_megabytes_is_split()
    {
        await using var platform = await Platform.StartAsync();
        var text = new string('x', 60_000);

        await platform.Emulator.Webhooks.BatchAsync(() => Task.WhenAll(Enumerable.Range(0, 100).Select(_ => platform.Mira.SaysAsync(platform.Shop, text, Platform.Cancel))), Platform.Cancel);

        Assert.True(platform.Bot.Posts.Count > 1);
        Assert.All(platform.Bot.Posts, post => Assert.True(post.Body.Length <= 3 * 1024 * 1024));
        Assert.Equal(100, platform.Bot.Messages.Length);
    }

    [Fact]
    public async Task A_batch_mixes_messages_and_statuses_of_several_numbers_and_accounts()
    {
        await using var platform = await Platform.StartAsync();
        var second = platform.Emulator.AddNumber(platform.NumberOptions("800300", "700100"));
        var third = platform.Emulator.AddNumber(platform.NumberOptions("800400", "700400"));
        await platform.OpenWindowAsync();

        await platform.Emulator.Webhooks.BatchAsync(async () =>
        {
            await platform.TextAsync();
            await platform.Mira.SaysAsync(platform.Shop, "a", Platform.Cancel);
            await platform.Mira.SaysAsync(second, "b", Platform.Cancel);
            await platform.Mira.SaysAsync(third, "c", Platform.Cancel);
            await Poll.UntilAsync(() => platform.Mira.Chat(platform.Shop)[1].Status == "read");
        }, Platform.Cancel);

        var post = Assert.Single(platform.Bot.Posts).Json.GetProperty("entry");
        Assert.Equal(["700100", "700400"], post.EnumerateArray().Select(entry => entry.GetProperty("id").GetString()));
        Assert.Equal(2, post[0].GetProperty("changes").GetArrayLength());
        Assert.True(platform.Bot.Values.First().TryGetProperty("statuses", out _) && platform.Bot.Values.First().TryGetProperty("messages", out _));
    }

    [Fact]
    public async Task Events_gather_while_the_window_runs()
    {
        await using var platform = await Platform.StartAsync(options => options.WebhookBatchWindow = TimeSpan.FromSeconds(1), fakeClock: true);

        var saying = Enumerable.Range(0, 20).Select(i => platform.Mira.SaysAsync(platform.Shop, $"{i}", Platform.Cancel)).ToArray();
        Assert.Empty(platform.Bot.Posts);
        platform.Emulator.Clock.Advance(TimeSpan.FromSeconds(1));
        await Task.WhenAll(saying);

        Assert.Single(platform.Bot.Posts);
        Assert.Equal(20, platform.Bot.Messages.Length);
    }

    [Fact]
    public async Task Posts_run_in_parallel_up_to_the_limit_and_what_comes_meanwhile_gathers()
    {
        await using var platform = await Platform.StartAsync(options => options.WebhookParallelism = 3);
        var release = new TaskCompletionSource();
        platform.Bot.BeforeAnswer = () => release.Task;

        var saying = Enumerable.Range(0, 10).Select(i => platform.Mira.SaysAsync(platform.Shop, $"{i}", Platform.Cancel)).ToArray();
        await Poll.UntilAsync(() => platform.Bot.Posts.Count == 3);
        release.SetResult();
        await Task.WhenAll(saying);

        Assert.Equal(4, platform.Bot.Posts.Count);
        Assert.Equal(10, platform.Bot.Messages.Select(message => message.GetProperty("id").GetString()).Distinct().Count());
    }

    [Fact]
    public async Task A_failed_batch_is_redelivered_as_a_whole()
    {
        await using var platform = await Platform.StartAsync();
        platform.Bot.Answer = number => number == 1 ? 500 : 200;

        await platform.Emulator.Webhooks.BatchAsync(() => Task.WhenAll(platform.Mira.SaysAsync(platform.Shop, "a", Platform.Cancel), platform.Mira.SaysAsync(platform.Shop, "b", Platform.Cancel)), Platform.Cancel);
        await platform.IdleAsync();

        var posts = platform.Bot.Posts.ToArray();
        Assert.Equal(2, posts.Length);
        Assert.Equal((posts[0].Text, posts[0].Signature), (posts[1].Text, posts[1].Signature));
        Assert.Equal(4, platform.Bot.Messages.Length);
    }

    [Fact]
    public async Task Unknown_fields_and_kinds_can_be_injected_everywhere()
    {
        await using var platform = await Platform.StartAsync();
        await platform.OpenWindowAsync();
        (platform.Emulator.Webhooks.HasUnknownFields, platform.Emulator.Webhooks.HasUnknownTypes) = (true, true);

        await platform.Mira.SaysAsync(platform.Shop, "hi", Platform.Cancel);
        await platform.TextAsync();
        await platform.IdleAsync();

        var first = platform.Bot.Posts.First().Json;
        var entry = first.GetProperty("entry")[0];
        var value = entry.GetProperty("changes")[0].GetProperty("value");
        Assert.All([first, entry, value, value.GetProperty("contacts")[0], value.GetProperty("messages")[0]], part => Assert.Equal(JsonValueKind.Object, part.GetProperty("emulator_unknown_field").ValueKind));
        Assert.Equal("emulator_unknown_message", value.GetProperty("messages")[1].GetProperty("type").GetString());
        Assert.Equal("emulator_unknown_changes", entry.GetProperty("changes")[1].GetProperty("field").GetString());
        Assert.Contains("emulator_unknown_status", platform.Bot.StatusNames);
    }

    [Fact]
    public async Task Every_subscribed_app_hears_of_every_event_signed_with_its_own_secret()
    {
        await using var platform = await Platform.StartAsync();
        await using var other = await Bot.StartAsync();
        var options = platform.NumberOptions("800300", "700100", "other-token", "222");
        (options.AppSecret, options.WebhookUrl) = ("other-secret", other.Url);
        platform.Emulator.AddNumber(options);

        await platform.Mira.SaysAsync(platform.Shop, "hi", Platform.Cancel);

        Assert.Single(platform.Bot.Messages);
        Assert.Single(other.Messages);
        Assert.NotEqual(platform.Bot.Posts.Single().Signature, other.Posts.Single().Signature);
    }

    [Fact]
    public async Task An_app_in_development_mode_hears_of_the_dashboard_s_test_only()
    {
        await using var platform = await Platform.StartAsync();
        platform.Shop.App.IsLive = false;

        await platform.Mira.SaysAsync(platform.Shop, "hi", Platform.Cancel);
        await platform.Emulator.Webhooks.SendDashboardTestAsync(platform.Shop, Platform.Cancel);

        var entry = platform.Bot.Posts.Single().Json.GetProperty("entry")[0];
        Assert.Equal("0", entry.GetProperty("id").GetString());
        Assert.False(platform.Bot.Messages.Single().GetProperty("id").GetString()!.StartsWith("wamid.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Account_events_have_no_metadata_a_time_and_go_to_the_app_s_own_address()
    {
        await using var platform = await Platform.StartAsync();
        await using var own = await Bot.StartAsync();
        await platform.PostAsync("700100/subscribed_apps", $$"""{"override_callback_uri":"{{own.Url}}","verify_token":"verify me"}""");

        await platform.Emulator.Webhooks.EmitAsync(platform.Shop.Waba, "account_alerts", """{"severity":"CRITICAL"}""", Platform.Cancel);
        await platform.Emulator.Webhooks.EmitAsync(platform.Shop, "standby", """{"messages":[]}""", Platform.Cancel);

        var (entry, field, value) = Assert.Single(platform.Bot.Changes);
        Assert.Equal(("account_alerts", JsonValueKind.Number), (field, entry.GetProperty("time").ValueKind));
        Assert.False(value.TryGetProperty("metadata", out _));
        Assert.Equal("800200", Assert.Single(own.Of("standby")).GetProperty("metadata").GetProperty("phone_number_id").GetString());
    }

    [Fact]
    public async Task Quality_limit_and_name_changes_are_told()
    {
        await using var platform = await Platform.StartAsync(options => options.ReviewDelay = TimeSpan.Zero);

        await platform.Shop.ChangeQualityAsync("RED", Platform.Cancel);
        await platform.Shop.ChangeMessagingLimitAsync("TIER_10K", Platform.Cancel);
        await platform.PostAsync("800200", """{"new_display_name":"Bäckerei Süd"}""");
        await platform.IdleAsync();

        Assert.Equal(["FLAGGED", "UPGRADE"], platform.Bot.Of("phone_number_quality_update").Select(value => value.GetProperty("event").GetString()));
        Assert.Equal("APPROVED", Assert.Single(platform.Bot.Of("phone_number_name_update")).GetProperty("decision").GetString());
        Assert.Equal("Bäckerei Süd", (await platform.GetAsync("800200")).Json.GetProperty("verified_name").GetString());
    }
}
