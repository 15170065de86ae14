namespace WhatsApp.Emulator.Tests;

public sealed class MoreRulesTests
{
    private const string Card = """{"card_index":0,"type":"cta_url","header":{"type":"image","image":{"link":"https://x.example/a.jpg"}},"body":{"text":"Rye"},"action":{"name":"cta_url","parameters":{"display_text":"View","url":"https://x.example"}}}""";
    private const string Other = """{"card_index":1,"type":"cta_url","header":{"type":"image","image":{"link":"https://x.example/b.jpg"}},"action":{"name":"cta_url","parameters":{"display_text":"View","url":"https://x.example"}}}""";

    public static TheoryData<string, int, string> Refused => new()
    {
        { Interactive("carousel", $$"""{"cards":[{{Card}}]}"""), 131009, "2 to 10" },
        { Interactive("carousel", $$"""{"cards":[{{Card}},{{Card}}]}"""), 131009, "card_index" },
        { Interactive("carousel", $$"""{"cards":[{{Card}},{{Other.Replace("\"image\"", "\"video\"", StringComparison.Ordinal)}}]}"""), 131009, "same kind" },
        { Interactive("carousel", $$"""{"cards":[{{Card}},{{Other.Replace("\"link\"", "\"id\"", StringComparison.Ordinal)}}]}"""), 100, "Unexpected key" },
        { Interactive("flow", """{"name":"flow","parameters":{"flow_message_version":"2","flow_id":"1","flow_cta":"Go"}}"""), 131009, "flow_message_version" },
        { Interactive("flow", """{"name":"flow","parameters":{"flow_message_version":"3","flow_cta":"Go"}}"""), 131008, "flow_id" },
        { Interactive("flow", """{"name":"flow","parameters":{"flow_message_version":"3","flow_id":"1","flow_cta":"Go","flow_action_payload":{"screen":"A","data":{}}}}"""), 131009, "must not be empty" },
        { Interactive("flow", """{"name":"flow","parameters":{"flow_message_version":"3","flow_id":"1","flow_cta":"Go","mode":"live"}}"""), 100, "mode" },
        { Interactive("address_message", """{"name":"address_message","parameters":{"country":"DE"}}"""), 100, "country" },
        { Interactive("voice_call", """{"name":"voice_call","parameters":{"display_text":"Call"}}"""), 138000, "Calling" },
        { Interactive("order_status", """{"name":"review_order","parameters":{"reference_id":"1","order":{"status":"lost"}}}"""), 100, "status" },
        { Interactive("order_details", """{"name":"review_and_pay","parameters":{"reference_id":"1","type":"digital-goods","currency":"INR","total_amount":{"value":200,"offset":100},"order":{"status":"pending","items":[{"name":"a","amount":{"value":100,"offset":100},"quantity":1}],"subtotal":{"value":100,"offset":100}}}}"""), 131009, "total_amount" },
        { """  "type":"interactive","interactive":{"type":"request_contact_info","header":{"type":"text","text":"x"},"body":{"text":"x"},"action":{"name":"request_contact_info"}}  """, 131009, "header" },
        { """  "type":"reaction","reaction":{"message_id":"wamid.A","emoji":"x"},"context":{"message_id":"wamid.A"}  """, 131009, "context" },
        { """  "type":"text","text":{"body":"x"},"category":"marketing"  """, 100, "category" },
        { """  "type":"text","text":{"body":"x","preview_url":true},"category":"utility"  """, 100, "preview_url" },
        { """  "type":"pin","pin":{"type":"pin","message_id":"x"}  """, 100, "groups only" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_broken_message_is_refused_with_code_and_cause(string json, int code, string cause)
    {
        await using var platform = await Platform.StartAsync();
        await platform.OpenWindowAsync();

        var answer = await platform.SendAsync(json);

        Assert.Equal((400, code), (answer.Status, answer.Code));
        Assert.Contains(cause, answer.Details, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_catalog_has_to_be_connected()
    {
        await using var platform = await Platform.StartAsync();
        await platform.OpenWindowAsync();
        platform.Shop.Waba.CatalogId = null;

        var answer = await platform.SendAsync("""  "type":"interactive","interactive":{"type":"product","action":{"catalog_id":"5550","product_retailer_id":"rye"}}  """);

        Assert.Equal(131009, answer.Code);
    }

    [Fact]
    public async Task A_carousel_a_direct_send_and_a_flow_of_nobody_are_accepted()
    {
        await using var platform = await Platform.StartAsync();
        await platform.OpenWindowAsync();

        Assert.Equal(200, (await platform.SendAsync(Interactive("carousel", $$"""{"cards":[{{Card}},{{Other}}]}"""))).Status);
        Assert.Equal(200, (await platform.SendAsync(Interactive("flow", """{"name":"flow","parameters":{"flow_message_version":"3","flow_id":"1","flow_cta":"Go"}}"""))).Status);
        Assert.Equal(200, (await platform.SendAsync("""  "type":"text","text":{"body":"x"},"category":"utility"  """)).Status);
        await platform.IdleAsync();

        // The statuses of different messages come in any order.
        Assert.Contains(platform.Bot.Statuses, status => status.TryGetProperty("template_id", out _));
    }

    [Fact]
    public async Task Statuses_come_step_by_step_as_the_clock_goes()
    {
        await using var platform = await Platform.StartAsync(options => options.StatusDelay = TimeSpan.FromSeconds(10), fakeClock: true);
        await platform.OpenWindowAsync();
        await platform.TextAsync();
        Assert.Empty(platform.Bot.Statuses);

        for (var steps = 1; steps <= 3; steps++)
        {
            var expected = steps;
            await Poll.UntilAsync(() =>
            {
                platform.Emulator.Clock.Advance(TimeSpan.FromSeconds(1));
                return platform.Bot.Statuses.Length >= expected;
            });
        }

        var times = platform.Bot.Statuses.Select(status => long.Parse(status.GetProperty("timestamp").GetString()!, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        Assert.Equal(["sent", "delivered", "read"], platform.Bot.StatusNames);
        Assert.True(times[1] - times[0] >= 9 && times[2] - times[1] >= 9);
    }

    [Fact]
    public async Task A_voice_note_is_played_too()
    {
        await using var platform = await Platform.StartAsync();
        await platform.OpenWindowAsync();

        await platform.SendAsync("""  "type":"audio","audio":{"link":"https://x.example/a.ogg","voice":true}  """);
        await platform.IdleAsync();

        Assert.Equal(["sent", "delivered", "read", "played"], platform.Bot.StatusNames);
    }

    [Fact]
    public async Task A_phone_that_is_off_gets_its_messages_when_it_is_on_again_unless_they_expired()
    {
        await using var platform = await Platform.StartAsync(fakeClock: true);
        await platform.OpenWindowAsync();
        platform.Mira.IsOnline = false;
        await platform.TextAsync("one");
        await platform.SendAsync("""  "type":"text","text":{"body":"two"},"category":"utility","message_send_ttl":60  """);
        await platform.IdleAsync();
        Assert.Equal(["sent", "sent"], platform.Bot.StatusNames);
        Assert.Single(platform.Mira.Chat(platform.Shop));

        platform.Clock.Advance(TimeSpan.FromMinutes(2));
        platform.Mira.IsOnline = true;
        await platform.IdleAsync();

        Assert.Equal(["sent", "sent", "delivered", "read"], platform.Bot.StatusNames);
        Assert.Equal(["hi", "one"], platform.Mira.Chat(platform.Shop).Select(message => message.Text));
    }

    [Fact]
    public async Task Receipts_that_are_off_a_block_and_an_unreachable_person_show_in_the_statuses()
    {
        await using var platform = await Platform.StartAsync();
        await platform.OpenWindowAsync();
        platform.Mira.HasReadReceipts = false;
        await platform.TextAsync();
        await platform.IdleAsync();
        platform.Mira.Block(platform.Shop);
        await platform.TextAsync();
        await platform.IdleAsync();
        platform.Mira.IsReachable = false;
        await platform.TextAsync();
        await platform.IdleAsync();

        Assert.Equal(["sent", "delivered", "sent", "failed"], platform.Bot.StatusNames);
        Assert.Equal(131026, platform.Bot.Statuses[^1].GetProperty("errors")[0].GetProperty("code").GetInt32());
    }

    private static string Interactive(string type, string action) => $$"""  "type":"interactive","interactive":{"type":"{{type}}","body":{"text":"x"},"action":{{action}}}  """;
}
