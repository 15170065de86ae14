using System.Text.Json;

namespace WhatsApp.Emulator.Tests;

public sealed class ChangingIdentityTests
{
    [Fact]
    public async Task A_changed_number_is_announced_with_both_ids_and_the_old_one_is_nobody_s()
    {
        await using var platform = await Platform.StartAsync();
        await platform.OpenWindowAsync();

        await platform.Mira.ChangesNumberAsync("4915559998888", "DE.555", Platform.Cancel);
        await platform.SendAsync("""  "to":"4915559998888","type":"text","text":{"body":"new"}  """);
        await platform.TextAsync("old");
        await platform.IdleAsync();

        var message = platform.Bot.Messages.Single();
        var system = message.GetProperty("system");
        Assert.Equal(("system", Platform.MiraPhone, Platform.MiraId), (message.GetProperty("type").GetString(), message.GetProperty("from").GetString(), message.GetProperty("from_user_id").GetString()));
        Assert.Equal(("user_changed_number", "4915559998888", "DE.555", Platform.MiraId),
            (Text(system, "type"), Text(system, "wa_id"), Text(system, "user_id"), Text(system, "previous_user_id")));
        Assert.False(platform.Bot.Values.First().TryGetProperty("contacts", out _));
        Assert.Contains("failed", platform.Bot.StatusNames);
        Assert.Equal(["hi", "new"], platform.Mira.Chat(platform.Shop).Select(shown => shown.Text));
    }

    [Fact]
    public async Task A_changed_user_id_comes_without_a_phone_or_not_at_all()
    {
        await using var platform = await Platform.StartAsync();
        await platform.OpenWindowAsync();

        await platform.Mira.ChangesUserIdAsync("DE.600", cancellationToken: Platform.Cancel);
        await platform.Mira.ChangesUserIdAsync("DE.700", isSilent: true, Platform.Cancel);
        await platform.Mira.SaysAsync(platform.Shop, "hi again", Platform.Cancel);

        var system = platform.Bot.Messages[0];
        Assert.False(system.TryGetProperty("from", out _));
        Assert.Equal(("user_changed_user_id", "DE.600", Platform.MiraId), (Text(system.GetProperty("system"), "type"), Text(system.GetProperty("system"), "user_id"), Text(system.GetProperty("system"), "previous_user_id")));
        Assert.Equal("DE.700", Text(platform.Bot.Messages[1], "from_user_id"));
        Assert.Equal(2, platform.Bot.Messages.Length);
    }

    [Fact]
    public async Task A_hidden_number_can_be_shared_is_kept_in_the_contact_book_and_can_be_forgotten()
    {
        await using var platform = await Platform.StartAsync();
        var shy = platform.Emulator.AddPhone("Shy", "4915553333333", "DE.888", "shy.one");
        await shy.SaysAsync(platform.Shop, "hi", Platform.Cancel);
        await platform.SendAsync("""  "recipient":"DE.888","type":"interactive","interactive":{"type":"request_contact_info","body":{"text":"May we call?"},"action":{"name":"request_contact_info"}}  """);

        await shy.SharesContactInfoAsync(platform.Shop, shy.Chat(platform.Shop)[^1], Platform.Cancel);
        await shy.SaysAsync(platform.Shop, "there", Platform.Cancel);
        var forgotten = await platform.DeleteAsync("800200/contact_book?messaging_product=whatsapp&bsuid=DE.888");
        await shy.SaysAsync(platform.Shop, "gone", Platform.Cancel);

        Assert.Equal([false, true, true, false], platform.Bot.Messages.Select(message => message.TryGetProperty("from", out _)));
        var card = platform.Bot.Messages[1].GetProperty("contacts")[0];
        Assert.Equal(("contact_request", "4915553333333"), (Text(card, "origin"), Text(card.GetProperty("phones")[0], "wa_id")));
        Assert.True(forgotten.Json.GetProperty("deleted").GetBoolean());
    }

    [Fact]
    public async Task Enrolled_portfolios_see_a_parent_id_and_may_send_to_it()
    {
        await using var platform = await Platform.StartAsync();
        var options = platform.NumberOptions("800300", "700300", "other-token", "222");
        (options.PortfolioId, options.EnterpriseId) = ("second", "E1");
        var number = platform.Emulator.AddNumber(options);
        await platform.Mira.SaysAsync(number, "hi", Platform.Cancel);
        var parent = Text(platform.Bot.Messages[0], "from_parent_user_id")!;
        using var http = platform.Client("other-token");

        var answer = await platform.PostAsync("800300/messages", $$"""{"messaging_product":"whatsapp","recipient":"{{parent}}","text":{"body":"x"} }""", http);
        await platform.IdleAsync();

        Assert.StartsWith("DE.ENT.", parent, StringComparison.Ordinal);
        Assert.Equal(parent, Text(platform.Bot.Values.First().GetProperty("contacts")[0], "parent_user_id"));
        Assert.Equal(200, answer.Status);
        Assert.Equal(parent, Text(platform.Bot.Statuses[0], "recipient_parent_user_id"));
    }

    [Fact]
    public async Task A_number_spelled_the_other_way_of_its_country_reaches_the_same_person()
    {
        await using var platform = await Platform.StartAsync();
        platform.Emulator.AddPhone("Lucía", "5491123456789", "AR.1");

        var answer = await platform.SendAsync("""  "to":"+541123456789","type":"template","template":{"name":"order_shipped","language":{"code":"de"}}  """);

        Assert.Equal(("+541123456789", "5491123456789"), (Text(answer.Contact, "input"), Text(answer.Contact, "wa_id")));
    }

    [Fact]
    public async Task Identity_checks_show_the_hash_tell_of_a_new_installation_and_refuse_the_old_hash()
    {
        await using var platform = await Platform.StartAsync();
        Assert.Equal(200, (await platform.PostAsync("800200/settings", """{"user_identity_change":{"enable_identity_key_check":true}}""")).Status);
        await platform.Mira.SaysAsync(platform.Shop, "hi", Platform.Cancel);
        var hash = Text(platform.Bot.Messages[0].GetProperty("identity"), "hash")!;
        string Extra(string value) => $$"""  "recipient_identity_key_hash":"{{value}}",  """;
        Assert.Equal(200, (await platform.TextAsync(extra: Extra(hash))).Status);
        await platform.IdleAsync();

        await platform.Mira.ReinstallsAsync(Platform.Cancel);

        Assert.Equal(137000, (await platform.TextAsync(extra: Extra(hash))).Code);
        Assert.Equal(hash, Text(platform.Bot.Statuses[0], "recipient_identity_key_hash"));
        var told = platform.Bot.Messages[^1];
        Assert.Equal("customer_identity_changed", Text(told.GetProperty("system"), "type"));
        Assert.NotEqual(hash, Text(told.GetProperty("identity"), "hash"));
    }

    [Fact]
    public async Task Rarer_messages_of_people_are_worded_as_documented()
    {
        await using var platform = await Platform.StartAsync();
        var said = await platform.Mira.SaysAsync(platform.Shop, "first", Platform.Cancel);
        await platform.Mira.RepliesAsync(platform.Shop, said, "reply", Platform.Cancel);
        await platform.Mira.SendsLocationAsync(platform.Shop, 52.5, 13.4, "Mitte", cancellationToken: Platform.Cancel);
        await platform.Mira.OrdersAsync(platform.Shop, [new OrderedItem("rye-1", 2, 4.9m, "EUR")], cancellationToken: Platform.Cancel);
        await platform.Mira.SendsUnsupportedAsync(platform.Shop, cancellationToken: Platform.Cancel);
        await platform.Mira.EditsAsync(platform.Shop, said, "edited", Platform.Cancel);
        await platform.Mira.RevokesAsync(platform.Shop, said, Platform.Cancel);
        await platform.Mira.SaidAsync(platform.Shop, "late", TimeSpan.FromDays(2), Platform.Cancel);

        var messages = platform.Bot.Messages;
        Assert.Equal(["text", "text", "location", "order", "unsupported", "edit", "revoke", "text"], messages.Select(message => Text(message, "type")));
        Assert.Equal(said.Id, Text(messages[1].GetProperty("context"), "id"));
        Assert.Equal(52.5, messages[2].GetProperty("location").GetProperty("latitude").GetDouble());
        Assert.Equal(JsonValueKind.Number, messages[3].GetProperty("order").GetProperty("product_items")[0].GetProperty("item_price").ValueKind);
        Assert.Equal(131051, messages[4].GetProperty("errors")[0].GetProperty("code").GetInt32());
        Assert.Equal(said.Id, Text(messages[5].GetProperty("edit"), "original_message_id"));
        var age = long.Parse(Text(messages[0], "timestamp")!, System.Globalization.CultureInfo.InvariantCulture) - long.Parse(Text(messages[7], "timestamp")!, System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(age, 172_700, 172_900);
    }

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;
}
