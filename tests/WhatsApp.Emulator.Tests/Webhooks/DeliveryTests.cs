using System.Security.Cryptography;
using System.Text;

namespace WhatsApp.Emulator.Tests;

public sealed class DeliveryTests
{
    [Fact]
    public async Task Post_IsEscapedAndSignedOverTheExactBytes()
    {
        await using var platform = await Platform.StartAsync();

        await platform.Mira.SaysAsync(platform.Shop, "Grüße 👋 a/b \"q\"", Platform.Cancel);

        var post = Assert.Single(platform.Bot.Posts);
        Assert.Equal("application/json", post.ContentType);
        Assert.Contains("""Gr\u00fc\u00dfe \ud83d\udc4b a\/b \"q\" """.TrimEnd(), post.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(post.Body, value => value > 0x7E);
        Assert.Equal("sha256=" + Hmac(post.Body), post.Signature);
        Assert.Equal("Grüße 👋 a/b \"q\"", platform.Bot.Messages[0].GetProperty("text").GetProperty("body").GetString());
    }

    [Fact]
    public async Task Post_WithoutEscapes_IsPlainUtf8()
    {
        await using var platform = await Platform.StartAsync(options => options.EscapeNonAscii = false);

        await platform.Mira.SaysAsync(platform.Shop, "Grüße 👋 a/b", Platform.Cancel);

        var post = Assert.Single(platform.Bot.Posts);
        Assert.Contains("Grüße 👋 a/b", post.Text, StringComparison.Ordinal);
        Assert.Equal("sha256=" + Hmac(post.Body), post.Signature);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Post_WithAwkwardText_SurvivesTheRoundTrip(bool escape)
    {
        await using var platform = await Platform.StartAsync(options => options.EscapeNonAscii = escape);
        const string Awkward = "\\u0041 \\\\ \"/\" \r\n\t\u0001\u007f\u2028 \u00e4 \U0001f468\u200d\U0001f373 </script>";

        await platform.Mira.SaysAsync(platform.Shop, Awkward, Platform.Cancel);

        Assert.Equal(Awkward, platform.Bot.Messages[0].GetProperty("text").GetProperty("body").GetString());
    }

    [Fact]
    public async Task Post_HasTheDocumentedEnvelope()
    {
        await using var platform = await Platform.StartAsync();

        var said = await platform.Mira.SaysAsync(platform.Shop, "Hello", Platform.Cancel);

        var json = platform.Bot.Posts.Single().Json;
        var entry = Assert.Single(json.GetProperty("entry").EnumerateArray());
        var change = Assert.Single(entry.GetProperty("changes").EnumerateArray());
        var value = change.GetProperty("value");
        Assert.Equal("whatsapp_business_account", json.GetProperty("object").GetString());
        Assert.Equal("700100", entry.GetProperty("id").GetString());
        Assert.Equal("messages", change.GetProperty("field").GetString());
        Assert.Equal("4930800200", value.GetProperty("metadata").GetProperty("display_phone_number").GetString());
        Assert.Equal("800200", value.GetProperty("metadata").GetProperty("phone_number_id").GetString());
        Assert.Equal($$"""{"profile":{"name":"Mira K."},"wa_id":"{{Platform.MiraPhone}}","user_id":"{{Platform.MiraId}}"}""", value.GetProperty("contacts")[0].GetRawText());
        var message = value.GetProperty("messages")[0];
        Assert.Equal(said.Id, message.GetProperty("id").GetString());
        Assert.Equal(Platform.MiraPhone, message.GetProperty("from").GetString());
        Assert.Equal(Platform.MiraId, message.GetProperty("from_user_id").GetString());
    }

    [Fact]
    public async Task Failure_IsRetriedWithTheSameBytesUntil200()
    {
        await using var platform = await Platform.StartAsync();
        platform.Bot.Answer = number => number switch { 1 => 500, 2 => 204, 3 => 302, _ => 200 };

        var said = await platform.Mira.SaysAsync(platform.Shop, "hi", Platform.Cancel);
        Assert.Equal("pending", said.Status);
        await platform.IdleAsync();

        Assert.Equal(4, platform.Bot.Posts.Count);
        Assert.Single(platform.Bot.Posts.Select(post => post.Text).Distinct());
        Assert.Equal([500, 204, 302, 200], platform.Emulator.Journal.Webhooks.Select(attempt => attempt.Status));
        Assert.Equal([1, 2, 3, 4], platform.Emulator.Journal.Webhooks.Select(attempt => attempt.Number));
        Assert.Equal("delivered", platform.Mira.Chat(platform.Shop)[0].Status);
    }

    [Fact]
    public async Task Retries_ComeAtOnceThenWithDoublingGapsForSevenDays()
    {
        await using var platform = await Platform.StartAsync(options =>
        {
            options.WebhookRetryGap = TimeSpan.FromHours(24);
            options.WebhookRetryMaxGap = TimeSpan.FromHours(48);
        }, fakeClock: true);
        platform.Bot.Answer = _ => 503;

        await platform.Mira.SaysAsync(platform.Shop, "hi", Platform.Cancel);
        var idle = platform.IdleAsync();
        await Poll.UntilAsync(() =>
        {
            if (platform.Bot.Posts.Count > 1)
                platform.Clock.Advance(TimeSpan.FromHours(1));
            return idle.IsCompleted;
        });

        var at = platform.Emulator.Journal.Webhooks.Select(attempt => attempt.At).ToArray();
        var gaps = at.Zip(at.Skip(1), (one, two) => (int)(two - one).TotalDays).ToArray();
        Assert.Equal([0, 1, 2, 2], gaps);
    }

    [Fact]
    public async Task Caller_WhoStopsWaiting_DoesNotStopTheDelivery()
    {
        await using var platform = await Platform.StartAsync();
        var release = new TaskCompletionSource();
        platform.Bot.BeforeAnswer = () => release.Task;
        using var impatient = new CancellationTokenSource();

        var saying = platform.Mira.SaysAsync(platform.Shop, "hi", impatient.Token);
        await Poll.UntilAsync(() => platform.Bot.Posts.Count == 1);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => saying);
        release.SetResult();
        await platform.IdleAsync();

        Assert.True(Assert.Single(platform.Emulator.Journal.Webhooks).IsAccepted);
        Assert.Equal("delivered", platform.Mira.Chat(platform.Shop)[0].Status);
    }

    [Fact]
    public async Task Timeout_CountsAsFailure()
    {
        await using var platform = await Platform.StartAsync(options => options.WebhookTimeout = TimeSpan.FromMilliseconds(200));
        var never = new TaskCompletionSource();
        platform.Bot.BeforeAnswer = () => platform.Bot.Posts.Count == 1 ? never.Task : Task.CompletedTask;

        await platform.Mira.SaysAsync(platform.Shop, "hi", Platform.Cancel);
        await platform.IdleAsync();
        never.SetResult();

        Assert.Equal("Timeout", platform.Emulator.Journal.Webhooks[0].Failure);
        Assert.True(platform.Emulator.Journal.Webhooks[1].IsAccepted);
    }

    [Fact]
    public async Task Batch_PutsEventsOfSeveralPeopleIntoOnePost()
    {
        await using var platform = await Platform.StartAsync();
        var jonas = platform.Emulator.AddPhone("Jonas", null, "DE.777");

        var attempts = await platform.Emulator.Webhooks.BatchAsync(async () =>
        {
            await platform.Mira.SaysAsync(platform.Shop, "one", Platform.Cancel);
            await jonas.SaysAsync(platform.Shop, "two", Platform.Cancel);
            await platform.Mira.SaysAsync(platform.Shop, "three", Platform.Cancel);
        }, Platform.Cancel);

        Assert.True(Assert.Single(attempts).IsAccepted);
        Assert.Single(platform.Bot.Posts);
        Assert.Equal(["one", "two", "three"], platform.Bot.Messages.Select(message => message.GetProperty("text").GetProperty("body").GetString()));
        Assert.Equal(2, platform.Bot.Values.Single().GetProperty("contacts").GetArrayLength());
    }

    [Fact]
    public async Task Redelivery_RepeatsTheSameBytesAndSignature()
    {
        await using var platform = await Platform.StartAsync();
        await platform.Mira.SaysAsync(platform.Shop, "hi", Platform.Cancel);

        var again = await platform.Emulator.Webhooks.RedeliverAsync(platform.Shop, platform.Emulator.Journal.Webhooks[0], Platform.Cancel);

        var posts = platform.Bot.Posts.ToArray();
        Assert.True(again.IsAccepted);
        Assert.Equal(posts[0].Body, posts[1].Body);
        Assert.Equal(posts[0].Signature, posts[1].Signature);
    }

    [Fact]
    public async Task Raw_IsPostedAsGiven()
    {
        await using var platform = await Platform.StartAsync();

        await platform.Emulator.Webhooks.DeliverRawAsync(platform.Shop, "not json", Platform.Cancel);
        await platform.Emulator.Webhooks.DeliverRawAsync(platform.Shop, "{}"u8.ToArray(), null, Platform.Cancel);

        var posts = platform.Bot.Posts.ToArray();
        Assert.Equal(("not json", "sha256=" + Hmac("not json"u8.ToArray())), (posts[0].Text, posts[0].Signature));
        Assert.Equal(("{}", ""), (posts[1].Text, posts[1].Signature));
    }

    private static string Hmac(byte[] body) => Convert.ToHexString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Platform.Secret), body)).ToLowerInvariant();
}
