using System.Text;

namespace WhatsApp.Emulator.Tests;

public sealed class BoundsTests
{
    [Fact]
    public async Task Histories_are_bounded_over_all_chats_and_forgotten_messages_cannot_be_quoted()
    {
        await using var platform = await Platform.StartAsync(options => options.HistoryCapacity = 10);
        var people = Enumerable.Range(0, 5).Select(i => platform.Emulator.AddPhone($"P{i}", $"49155500100{i}", null)).ToArray();
        var first = await people[0].SaysAsync(platform.Shop, "first", Platform.Cancel);
        for (var i = 0; i < 20; i++)
            await people[i % 5].SaysAsync(platform.Shop, $"{i}", Platform.Cancel);

        Assert.Equal(10, people.Sum(person => person.Chat(platform.Shop).Count));
        var answer = await platform.SendAsync($$"""  "to":"{{people[0].WaId}}","context":{"message_id":"{{first.Id}}"},"type":"text","text":{"body":"x"}  """);
        Assert.Equal(131009, answer.Code);
    }

    [Fact]
    public async Task A_chat_and_all_chats_together_are_bounded_at_once()
    {
        await using var platform = await Platform.StartAsync(options => (options.HistoryCapacity, options.ChatCapacity) = (10, 4));
        var other = platform.Emulator.AddPhone("Other", "4915550010000", null);
        for (var i = 0; i < 50; i++)
            await (i % 5 == 0 ? other : platform.Mira).SaysAsync(platform.Shop, $"{i}", Platform.Cancel);

        Assert.Equal(["46", "47", "48", "49"], platform.Mira.Chat(platform.Shop).Select(message => message.Text));
        Assert.InRange(other.Chat(platform.Shop).Count, 1, 4);
    }

    [Fact]
    public async Task The_journal_is_bounded_in_bytes_and_media_too()
    {
        await using var platform = await Platform.StartAsync(options => (options.JournalMaxBytes, options.MediaMaxBytes) = (100_000, 1_000));
        for (var i = 0; i < 20; i++)
            await platform.Mira.SaysAsync(platform.Shop, new string('x', 20_000), Platform.Cancel);
        var media = await platform.Mira.SendsMediaAsync(platform.Shop, new byte[900], "image/webp", cancellationToken: Platform.Cancel);
        await platform.Mira.SendsMediaAsync(platform.Shop, new byte[900], "image/webp", cancellationToken: Platform.Cancel);

        Assert.InRange(platform.Emulator.Journal.Webhooks.Sum(attempt => attempt.Body.Length), 1, 50_000);
        var found = new List<int>();
        foreach (var message in platform.Bot.Messages.TakeLast(2))
            found.Add((await platform.GetAsync(message.GetProperty("sticker").GetProperty("id").GetString()!)).Status);
        Assert.Equal([400, 200], found);
        Assert.NotNull(media);
    }

    /// <summary>One message in, one send, three statuses, over HTTP: the memory after a million messages is what it was after a tenth of them.</summary>
    [Fact]
    public async Task Memory_stays_bounded_over_a_million_messages()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("SHOPBOT_LONG") == "1", "Runs for minutes; set SHOPBOT_LONG=1.");
        const int Rounds = 500_000;
        await using var emulator = await WhatsAppEmulator.StartAsync(
            new WhatsAppEmulatorOptions { StatusDelay = TimeSpan.Zero, PairInterval = TimeSpan.Zero, WebhookBatchWindow = TimeSpan.FromMilliseconds(20), WebhookParallelism = 4 }, Platform.Cancel);
        await using var bot = await CountingBot.StartAsync();
        var shop = emulator.AddNumber(new EmulatedNumberOptions
        {
            PhoneNumberId = "800200", WabaId = "700100", DisplayPhoneNumber = "+4930800200", VerifiedName = "Shop", AccessToken = "token", AppId = "111", AppSecret = "secret",
            WebhookUrl = bot.Url, MessagesPerSecond = 1_000_000,
        });
        var people = Enumerable.Range(0, 2_000).Select(i => emulator.AddPhone($"P{i}", $"4915550{i:D6}", $"DE.1{i:D6}")).ToArray();
        using var http = new HttpClient { BaseAddress = emulator.BaseUrl };
        http.DefaultRequestHeaders.Authorization = new("Bearer", "token");

        var next = -1;
        long early = 0;
        await Task.WhenAll(Enumerable.Range(0, 64).Select(async _ =>
        {
            for (var i = Interlocked.Increment(ref next); i < Rounds; i = Interlocked.Increment(ref next))
            {
                var person = people[i % people.Length];
                var saying = person.SaysAsync(shop, $"message {i}", Platform.Cancel);
                using var content = new StringContent($$"""{"messaging_product":"whatsapp","to":"{{person.WaId}}","type":"text","text":{"body":"answer {{i}}"} }""", Encoding.UTF8, "application/json");
                using var response = await http.PostAsync("v25.0/800200/messages", content, Platform.Cancel);
                Assert.Equal(200, (int)response.StatusCode);
                await saying;
                if (i == Rounds / 10)
                    early = GC.GetTotalMemory(forceFullCollection: true);
            }
        }));
        await emulator.WaitForIdleAsync(Platform.Cancel);
        var late = GC.GetTotalMemory(forceFullCollection: true);

        TestContext.Current.TestOutputHelper?.WriteLine($"After {Rounds / 5:N0} messages {early / 1024 / 1024} MiB, after {Rounds * 2:N0} messages {late / 1024 / 1024} MiB.");
        Assert.True(late < early * 1.5 && late < 600L * 1024 * 1024, $"{early} bytes became {late}.");
        Assert.Equal(Rounds * 4, bot.Events);
    }
}
