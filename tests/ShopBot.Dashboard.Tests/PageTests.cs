using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ShopBot.Engine.Inbox;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;
using ShopBot.Shopping.Settings;

namespace ShopBot.Dashboard.Tests;

public sealed partial class PageTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_conversation_is_read_taken_over_answered_once_and_handed_back()
    {
        await using var server = await DashboardServer.StartAsync();
        var store = await server.ConnectAsync();
        var customer = await server.SayAsync(store, "hello <script>");
        using var browser = await server.BrowserAsync();
        var page = $"/shopify/admin/conversations/{customer}";

        var list = await GetAsync(browser, "/shopify/admin/conversations");
        Assert.Contains("Ada", list, StringComparison.Ordinal);
        var talk = await GetAsync(browser, page);
        Assert.Contains("hello &lt;script&gt;", talk, StringComparison.Ordinal);
        Assert.Contains("You said: hello &lt;script&gt;", talk, StringComparison.Ordinal);

        await AcceptedAsync(DashboardServer.SubmitAsync(browser, page, page + "/control", new() { ["control"] = "person" }));
        await UntilAsync(server, store, customer, LaneControl.Human);
        await server.SayAsync(store, "anybody?", answered: false);
        var key = Guid.NewGuid().ToString("N");
        for (var i = 0; i < 3; i++)
            await AcceptedAsync(DashboardServer.SubmitAsync(browser, page, page + "/reply", new() { ["text"] = "Ben here", ["_key"] = key }));
        await DashboardServer.UntilAsync(() => server.Sent.Contains("100200300: Ben here"));
        Assert.Contains("bubble out person", await GetAsync(browser, page), StringComparison.Ordinal);

        await AcceptedAsync(DashboardServer.SubmitAsync(browser, page, page + "/control", new() { ["control"] = "bot" }));
        await UntilAsync(server, store, customer, LaneControl.Bot);
        await server.SayAsync(store, "and now");
        Assert.Equal(["100200300: You said: hello <script>", "100200300: Ben here", "100200300: You said: and now"], server.Sent);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public async Task An_empty_answer_is_refused(string text)
    {
        await using var server = await DashboardServer.StartAsync();
        var customer = await server.SayAsync(await server.ConnectAsync(), "hello");
        using var browser = await server.BrowserAsync();
        var page = $"/shopify/admin/conversations/{customer}";

        using var answer = await DashboardServer.SubmitAsync(browser, page, page + "/reply", new() { ["text"] = text });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Single(server.Sent);
    }

    [Fact]
    public async Task The_event_stream_says_that_something_changed_and_nothing_more()
    {
        await using var server = await DashboardServer.StartAsync();
        var store = await server.ConnectAsync();
        using var browser = await server.BrowserAsync();
        using var answer = await browser.GetAsync(new Uri("/shopify/admin/live", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Token);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        await using var stream = await answer.Content.ReadAsStreamAsync(Token);
        using var reader = new StreamReader(stream);
        Assert.Equal("retry: 2000", await reader.ReadLineAsync(Token));

        await server.SayAsync(store, "secret words");

        string? line;
        do
        {
            line = await reader.ReadLineAsync(Token).AsTask().WaitAsync(TimeSpan.FromSeconds(60), Token);
            Assert.DoesNotContain("secret words", line ?? "", StringComparison.Ordinal);
        }
        while (line != "event: changed");
        Assert.Equal("data: 1", await reader.ReadLineAsync(Token));
    }

    [Fact]
    public async Task A_dead_letter_is_shown_and_tried_again()
    {
        await using var server = await DashboardServer.StartAsync();
        var store = await server.ConnectAsync();
        await server.SayAsync(store, "boom");
        using var browser = await server.BrowserAsync();
        await DashboardServer.UntilAsync(async () => (await server.Desk.ListDeadLettersAsync(store, null, 10, Token)).Count == 1);
        var page = await GetAsync(browser, "/shopify/admin/problems");
        Assert.Contains("boom", page, StringComparison.Ordinal);
        var letter = (await server.Desk.ListDeadLettersAsync(store, null, 10, Token))[0];

        await AcceptedAsync(DashboardServer.SubmitAsync(
            browser, "/shopify/admin/problems", "/shopify/admin/problems/replay", new() { ["customer"] = letter.Customer.ToString(), ["seq"] = letter.Seq.ToString(CultureInfo.InvariantCulture) }));

        await DashboardServer.UntilAsync(async () => (await server.Desk.ListDeadLettersAsync(store, null, 10, Token)) is [var again] && again.Seq != letter.Seq);
    }

    [Fact]
    public async Task Settings_are_saved_shown_and_refused_with_words()
    {
        await using var server = await DashboardServer.StartAsync();
        var store = await server.ConnectAsync();
        using var browser = await server.BrowserAsync();
        var fields = new Dictionary<string, string>
        {
            ["version"] = "0", ["welcome"] = "Servus!", ["language"] = "de", ["languages"] = "de", ["time_zone"] = "Europe/Berlin", ["from_Monday"] = "09:00", ["to_Monday"] = "18:00",
            ["synonyms"] = "sofa, couch\nlamp, light", ["hand_back"] = "3", ["recommend"] = "on", ["reminders"] = "on", ["cart_reminders"] = "2, 20", ["checkout_reminders"] = "1",
            ["quiet_from"] = "20:00", ["quiet_to"] = "08:00", ["templates"] = "CartReminder: cart_waits, de",
        };

        await AcceptedAsync(DashboardServer.SubmitAsync(browser, "/shopify/admin/settings", "/shopify/admin/settings", fields));

        var saved = await server.Services.GetRequiredService<ShopSettingsStore>().ReadAsync(store.Id, Token);
        Assert.Equal(("de", "Europe/Berlin", TimeSpan.FromHours(3)), (saved.Value!.Language, saved.Value.TimeZone, saved.Value.HandOffEndsAfter));
        Assert.Equal([new OpeningHours(DayOfWeek.Monday, new TimeOnly(9, 0), new TimeOnly(18, 0))], saved.Value.Hours);
        Assert.Equal([TimeSpan.FromHours(2), TimeSpan.FromHours(20)], saved.Value.Reminders.Cart);
        Assert.Equal([new ShopTemplate(TemplatePurpose.CartReminder, "cart_waits", "de")], saved.Value.Templates);
        Assert.Equal("Servus!", (await server.Stores.ReadByShopDomainAsync(DashboardServer.Shop, Token))!.Profile.WelcomeMessage);
        Assert.Contains("sofa, couch", await GetAsync(browser, "/shopify/admin/settings"), StringComparison.Ordinal);

        using var stale = await DashboardServer.SubmitAsync(browser, "/shopify/admin/settings", "/shopify/admin/settings", fields);
        Assert.Contains("Somebody else changed", await stale.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        using var refused = await DashboardServer.SubmitAsync(
            browser, "/shopify/admin/settings", "/shopify/admin/settings",
            new(fields) { ["version"] = "1", ["time_zone"] = "Moon/Base", ["cart_reminders"] = "soon", ["to_Monday"] = "", ["templates"] = "nonsense" });
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var html = await refused.Content.ReadAsStringAsync(Token);
        foreach (var words in new[] { "This is no time zone", "Write hours with commas", "Monday: give both times", "purpose: name, language", "Moon/Base" })
            Assert.Contains(words, html, StringComparison.Ordinal);
        Assert.Equal("Europe/Berlin", (await server.Services.GetRequiredService<ShopSettingsStore>().ReadAsync(store.Id, Token)).Value!.TimeZone);
    }

    [Fact]
    public async Task Ways_in_carry_a_reference_to_the_right_number()
    {
        await using var server = await DashboardServer.StartAsync();
        await server.ConnectAsync();
        using var browser = await server.BrowserAsync();

        var html = await GetAsync(browser, "/shopify/admin/ways-in");

        Assert.Contains("https://wa.me/15550000000?text=Hi%21%20%28ref%3A%20link%29", html, StringComparison.Ordinal);
        Assert.Contains("(ref: product-{{ product.id }})", html, StringComparison.Ordinal);
        using var code = await browser.GetAsync(new Uri("/shopify/admin/ways-in/qr.svg", UriKind.Relative), Token);
        Assert.Equal("image/svg+xml", code.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("+49 151 23456789", "template hello_world", "Sent.")]
    [InlineData("15550001111", "This is a test", "Sent.")]
    [InlineData("12", null, "country code")]
    public async Task A_test_message_goes_as_a_template_or_as_text_to_whoever_wrote(string phone, string? sent, string words)
    {
        await using var server = await DashboardServer.StartAsync();
        await server.SayAsync(await server.ConnectAsync(), "hello");
        using var browser = await server.BrowserAsync();

        using var answer = await DashboardServer.SubmitAsync(browser, "/shopify/admin", "/shopify/admin/test-message", new() { ["phone"] = phone });

        Assert.Contains(words, await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.Equal(sent is null ? 1 : 2, server.Sent.Count);
        Assert.Contains(sent ?? "", server.Sent[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figures_count_each_step_by_day_product_and_way_in()
    {
        await using var server = await DashboardServer.StartAsync();
        var store = await server.ConnectAsync();
        await server.SayAsync(store, "hello", "15550000001");
        await server.SayAsync(store, "look", "15550000002");
        await server.SayAsync(store, "look", "15550000002");
        await server.SayAsync(store, "buy", "15550000003");
        using var browser = await server.BrowserAsync();

        var html = await GetAsync(browser, "/shopify/admin/figures?days=7");

        Assert.Equal(["3", "2", "1", "1", "1"], CountCell().Matches(html).Select(match => match.Groups[1].Value));
        Assert.Contains("90.50 EUR", html, StringComparison.Ordinal);
        Assert.Contains("Lamp &lt;oak&gt;", html, StringComparison.Ordinal);
        Assert.Contains("Printed code", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Finished_days_outlive_the_event_log()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero));
        await using var server = await DashboardServer.StartAsync(time: time);
        var store = await server.ConnectAsync();
        await server.SayAsync(store, "buy");
        var book = server.Services.GetRequiredService<FigureBook>();
        await DashboardServer.UntilAsync(async () => (await book.ReadAsync(store, 1, Token))[0].Orders == 1);
        time.Advance(TimeSpan.FromDays(1));
        await book.KeepAsync(store, Token);

        time.Advance(TimeSpan.FromDays(20));
        await DashboardServer.UntilAsync(async () =>
        {
            time.Advance(TimeSpan.FromSeconds(2));
            return (await server.Desk.ListFactsAsync(store, FigureBook.Kinds, null, 10, Token)).Count == 0;
        });

        var day = Assert.Single(await book.ReadAsync(store, 30, Token), day => day.Orders > 0);
        Assert.Equal((new DateOnly(2026, 11, 20), 1, 90.50m), (day.Day, day.Conversations, day.Revenue["EUR"]));
        Assert.Equal(2, Assert.Single(day.Products).Pieces);
    }

    [Fact]
    public async Task A_data_request_leads_to_an_export_of_everything_that_is_kept()
    {
        await using var server = await DashboardServer.StartAsync();
        var store = await server.ConnectAsync();
        var customer = await server.SayAsync(store, "hello");
        await server.Services.GetRequiredService<WhatsAppInbox>().RecordAsync(
            store, "shopify.customers/data_request", "r1",
            JsonSerializer.SerializeToUtf8Bytes(new { topic = "customers/data_request", data_request_id = 99, customer_id = 7, order_ids = new[] { 1 }, customers = new[] { customer.ToString() } }),
            DateTimeOffset.UnixEpoch, Token);
        using var browser = await server.BrowserAsync();

        Assert.Contains($"/shopify/admin/privacy/{customer}/export", await GetAsync(browser, "/shopify/admin/privacy"), StringComparison.Ordinal);
        using var json = JsonDocument.Parse(await GetAsync(browser, $"/shopify/admin/privacy/{customer}/export"));

        Assert.Equal("15550001111", json.RootElement.GetProperty("phone").GetString());
        Assert.Equal(["hello", "You said: hello"], json.RootElement.GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("text").GetString()));
        Assert.Contains("conversation.started", json.RootElement.GetProperty("events").EnumerateArray().Select(one => one.GetProperty("kind").GetString()));
    }

    [Fact]
    public async Task Connection_says_in_words_what_is_right_and_what_is_not()
    {
        await using var server = await DashboardServer.StartAsync();
        await server.ConnectAsync();
        using var browser = await server.BrowserAsync();

        var html = await GetAsync(browser, "/shopify/admin/connection");

        Assert.Contains("demo-shop.myshopify.com is connected", html, StringComparison.Ordinal);
        Assert.Contains("can be read with it", html, StringComparison.Ordinal);
        Assert.Contains("hello_world", html, StringComparison.Ordinal);
        Assert.DoesNotContain("EAAG-secret-token", html, StringComparison.Ordinal);
    }

    private static async Task<string> GetAsync(HttpClient browser, string path) => await browser.GetStringAsync(new Uri(path, UriKind.Relative), Token);

    private static async Task AcceptedAsync(Task<HttpResponseMessage> submitted)
    {
        using var answer = await submitted;
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private static Task UntilAsync(DashboardServer server, Store store, ShopBot.Engine.Customers.CustomerId customer, LaneControl control) =>
        DashboardServer.UntilAsync(async () => (await server.Desk.FindAsync(store, customer, Token))!.Control == control);

    [GeneratedRegex("""<span class="count">(\d+)</span>""")]
    private static partial Regex CountCell();
}
