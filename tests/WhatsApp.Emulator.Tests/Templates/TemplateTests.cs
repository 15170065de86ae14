using System.Text.Json;

namespace WhatsApp.Emulator.Tests;

public sealed class TemplateTests
{
    private const string Named = """
        {"name":"shipped","language":"en","category":"UTILITY","parameter_format":"NAMED","components":[
         {"type":"HEADER","format":"TEXT","text":"Order {{order}}","example":{"header_text_named_params":[{"param_name":"order","example":"A-9"}]}},
         {"type":"BODY","text":"Hello {{first_name}}, your order is on its way.","example":{"body_text_named_params":[{"param_name":"first_name","example":"Mira"}]}},
         {"type":"FOOTER","text":"Shop Mitte"},
         {"type":"BUTTONS","buttons":[{"type":"URL","text":"Track","url":"https://shop.example/t/{{1}}","example":["https://shop.example/t/A-9"]},{"type":"QUICK_REPLY","text":"Help"}]}]}
        """;

    public static TheoryData<string, int?> Rejected => new()
    {
        { """{"name":"Big Name","language":"en","category":"UTILITY","components":[{"type":"BODY","text":"x"}]}""", null },
        { """{"name":"a","language":"english","category":"UTILITY","components":[{"type":"BODY","text":"x"}]}""", null },
        { """{"name":"a","language":"en","category":"NEWS","components":[{"type":"BODY","text":"x"}]}""", null },
        { """{"name":"a","language":"en","category":"UTILITY","components":[{"type":"FOOTER","text":"x"}]}""", 2388072 },
        { """{"name":"a","language":"en","category":"UTILITY","components":[{"type":"BODY","text":"{{1}} at the start of it","example":{"body_text":[["x"]]}}]}""", 2388299 },
        { """{"name":"a","language":"en","category":"UTILITY","components":[{"type":"BODY","text":"Hi {{1}} {{2}} {{3}} bye","example":{"body_text":[["x","y","z"]]}}]}""", 2388293 },
        { """{"name":"a","language":"en","category":"UTILITY","components":[{"type":"BODY","text":"Your order {{2}} is on its way","example":{"body_text":[["x"]]}}]}""", 2388072 },
        { """{"name":"a","language":"en","category":"UTILITY","components":[{"type":"BODY","text":"Your order {{1}} is on its way"}]}""", null },
        { """{"name":"a","language":"en","category":"UTILITY","components":[{"type":"BODY","text":"x"},{"type":"FOOTER","text":"for {{1}} only"}]}""", 2388073 },
        { """{"name":"a","language":"en","category":"UTILITY","components":[{"type":"BODY","text":"x"},{"type":"HEADER","format":"TEXT","text":"two\nlines"}]}""", 2388047 },
        { """{"name":"a","language":"en","category":"UTILITY","components":[{"type":"BODY","text":"x"},{"type":"HEADER","format":"IMAGE","example":{"header_handle":["4::none"]}}]}""", 2388047 },
        { """{"name":"a","language":"en","category":"UTILITY","components":[{"type":"BODY","text":"x"},{"type":"BUTTONS","buttons":[{"type":"QUICK_REPLY","text":"This label is longer than 25"}]}]}""", 2388040 },
        { """{"name":"a","language":"en","category":"UTILITY","components":[{"type":"BODY","text":"x"},{"type":"BUTTONS","buttons":[{"type":"QUICK_REPLY","text":"a"},{"type":"PHONE_NUMBER","text":"b","phone_number":"+4930555000"},{"type":"QUICK_REPLY","text":"c"}]}]}""", null },
        { """{"name":"a","language":"en","category":"UTILITY","components":[{"type":"BODY","text":"x"},{"type":"BUTTONS","buttons":[{"type":"URL","text":"a","url":"https://a.example/{{1}}/b","example":["x"]}]}]}""", null },
        { """{"name":"a","language":"en","category":"AUTHENTICATION","components":[{"type":"BODY","text":"Your code"}]}""", 2388072 },
        { """{"name":"a","language":"en","category":"AUTHENTICATION","components":[{"type":"BODY"}]}""", null },
    };

    public static TheoryData<string, int> Refused => new()
    {
        { "[]", 132000 },
        { """[{"type":"header","parameters":[{"type":"text","parameter_name":"order","text":"A"}]},{"type":"body","parameters":[{"type":"text","text":"Mira"}]},{"type":"button","sub_type":"url","index":"0","parameters":[{"type":"text","text":"A"}]}]""", 132012 },
        { """[{"type":"header","parameters":[{"type":"image","image":{"link":"https://x.example"}}]},{"type":"body","parameters":[{"type":"text","parameter_name":"first_name","text":"Mira"}]}]""", 132012 },
        { """[{"type":"header","parameters":[{"type":"text","parameter_name":"order","text":"A"}]},{"type":"body","parameters":[{"type":"text","parameter_name":"first_name","text":"Mira"}]}]""", 131008 },
        { """[{"type":"header","parameters":[{"type":"text","parameter_name":"order","text":"A"}]},{"type":"body","parameters":[{"type":"text","parameter_name":"first_name","text":"two\nlines"}]},{"type":"button","sub_type":"url","index":"0","parameters":[{"type":"text","text":"A"}]}]""", 132018 },
        { """[{"type":"header","parameters":[{"type":"text","parameter_name":"order","text":"A"}]},{"type":"body","parameters":[{"type":"text","parameter_name":"first_name","text":"Mira"}]},{"type":"button","sub_type":"quick_reply","index":"0","parameters":[{"type":"payload","payload":"A"}]}]""", 132012 },
        { """[{"type":"header","parameters":[{"type":"text","parameter_name":"order","text":"A"}]},{"type":"body","parameters":[{"type":"text","parameter_name":"first_name","text":"Mira"}]},{"type":"button","sub_type":"url","index":"5","parameters":[{"type":"text","text":"A"}]}]""", 132012 },
    };

    [Fact]
    public async Task A_submitted_template_is_pending_then_approved_then_sendable_and_shows_filled_in()
    {
        await using var platform = await Platform.StartAsync(fakeClock: true);

        var created = await platform.PostAsync("700100/message_templates", Named);
        var early = await platform.TemplateAsync("shipped");
        platform.Clock.Advance(TimeSpan.FromSeconds(1));
        await platform.IdleAsync();
        var sent = await platform.TemplateAsync("shipped", components: """[{"type":"header","parameters":[{"type":"text","parameter_name":"order","text":"A-9"}]},{"type":"body","parameters":[{"type":"text","parameter_name":"first_name","text":"Mira"}]},{"type":"button","sub_type":"url","index":"0","parameters":[{"type":"text","text":"A-9"}]},{"type":"button","sub_type":"quick_reply","index":1,"parameters":[{"type":"payload","payload":"help:A-9"}]}]""");
        await platform.IdleAsync();
        await platform.Mira.TapsAsync(platform.Shop, "Help", Platform.Cancel);

        Assert.Equal("PENDING", created.Json.GetProperty("status").GetString());
        Assert.Equal((404, 132001), (early.Status, early.Code));
        var update = Assert.Single(platform.Bot.Of("message_template_status_update"));
        Assert.Equal(("APPROVED", JsonValueKind.Number), (update.GetProperty("event").GetString(), update.GetProperty("message_template_id").ValueKind));
        Assert.Equal("accepted", sent.Json.GetProperty("messages")[0].GetProperty("message_status").GetString());
        var shown = platform.Mira.Chat(platform.Shop)[0];
        Assert.Equal(("Order A-9", "Hello Mira, your order is on its way.", "Shop Mitte", "https://shop.example/t/A-9"), (shown.Header, shown.Text, shown.Footer, shown.Link!.Url));
        var tap = platform.Bot.Messages.Single();
        Assert.Equal(("button", "help:A-9", "Help"), (tap.GetProperty("type").GetString(), tap.GetProperty("button").GetProperty("payload").GetString(), tap.GetProperty("button").GetProperty("text").GetString()));
    }

    [Theory]
    [MemberData(nameof(Rejected))]
    public async Task A_template_that_breaks_a_rule_is_not_taken(string json, int? subcode)
    {
        await using var platform = await Platform.StartAsync();

        var answer = await platform.PostAsync("700100/message_templates", json);

        Assert.Equal((400, 100), (answer.Status, answer.Code));
        if (subcode is { } expected)
            Assert.Equal(expected, answer.Subcode);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_send_that_does_not_fit_the_template_is_refused(string components, int code)
    {
        await using var platform = await Platform.StartAsync();
        platform.Emulator.AddTemplate("700100", Named);

        var answer = await platform.TemplateAsync("shipped", components: components);

        Assert.Equal((400, code), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task The_language_has_to_match_exactly()
    {
        await using var platform = await Platform.StartAsync();

        Assert.Equal(132001, (await platform.TemplateAsync("hello_world", "en")).Code);
        Assert.Equal(200, (await platform.TemplateAsync("hello_world", "en_US")).Status);
        Assert.Equal(132001, (await platform.TemplateAsync("never_submitted")).Code);
    }

    [Fact]
    public async Task A_template_can_be_rejected_paused_disabled_recategorised_and_unpaused()
    {
        await using var platform = await Platform.StartAsync(options => options.ReviewsAutomatically = false, fakeClock: true);
        await platform.PostAsync("700100/message_templates", Named);
        var template = platform.Emulator.FindTemplate("700100", "shipped", "en")!;

        await template.RejectAsync("PROMOTIONAL", Platform.Cancel);
        Assert.Equal(132001, (await platform.TemplateAsync("shipped")).Code);
        await template.ApproveAsync(Platform.Cancel);
        await template.PauseAsync(Platform.Cancel);
        Assert.Equal(132015, (await platform.TemplateAsync("shipped")).Code);
        Assert.Equal(2388039, (await platform.PostAsync($"{template.Id}/unpause", "{}")).Subcode);
        platform.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(200, (await platform.PostAsync($"{template.Id}/unpause", "{}")).Status);
        await platform.IdleAsync();
        await template.DisableAsync(Platform.Cancel);
        Assert.Equal(132016, (await platform.TemplateAsync("shipped")).Code);
        await template.RecategorizeAsync("MARKETING", Platform.Cancel);
        await template.ChangeQualityAsync("RED", Platform.Cancel);

        Assert.Equal(["REJECTED", "APPROVED", "PAUSED", "REINSTATED", "DISABLED"], platform.Bot.Of("message_template_status_update").Select(value => value.GetProperty("event").GetString()));
        Assert.Equal("MARKETING", Assert.Single(platform.Bot.Of("template_category_update")).GetProperty("new_category").GetString());
        Assert.Equal("RED", Assert.Single(platform.Bot.Of("message_template_quality_update")).GetProperty("new_quality_score").GetString());
    }

    [Fact]
    public async Task Templates_are_listed_page_by_page_filtered_edited_within_limits_and_deleted()
    {
        await using var platform = await Platform.StartAsync(options => options.ReviewDelay = TimeSpan.Zero, fakeClock: true);
        for (var i = 0; i < 5; i++)
            platform.AddTemplate($"t{i}", "Your order has left our shop.");

        var first = await platform.GetAsync("v25.0/700100/message_templates?limit=3&fields=name,status&summary=total_count");
        var second = await platform.GetAsync(first.Json.GetProperty("paging").GetProperty("next").GetString()!);
        var last = await platform.GetAsync("700100/message_templates?name=t4&status=APPROVED");
        var id = last.Data[0].GetProperty("id").GetString();
        const string Edit = """{"components":[{"type":"BODY","text":"Your order has just left our shop."}]}""";
        var edited = await platform.PostAsync($"{id}", Edit);
        await platform.IdleAsync();
        var again = await platform.PostAsync($"{id}", Edit);
        var deleted = await platform.DeleteAsync("700100/message_templates?name=t4");
        var blocked = await platform.PostAsync("700100/message_templates", """{"name":"t4","language":"en","category":"UTILITY","components":[{"type":"BODY","text":"x"}]}""");

        Assert.Equal(7, first.Json.GetProperty("summary").GetProperty("total_count").GetInt32());
        Assert.Equal(["t4", "t3", "t2", "t1", "t0", "order_shipped"], first.Data.Concat(second.Data).Select(item => item.GetProperty("name").GetString()));
        Assert.Equal(200, edited.Status);
        Assert.Equal(2388039, again.Subcode);
        Assert.Single(platform.Bot.Of("message_template_components_update"));
        Assert.Equal("""{"success":true}""", deleted.Text);
        Assert.Equal(2388023, blocked.Subcode);
    }

    [Fact]
    public async Task Authentication_templates_are_worded_by_the_platform_written_in_many_languages_and_need_a_phone_number()
    {
        await using var platform = await Platform.StartAsync(options => options.ReviewDelay = TimeSpan.Zero);
        var written = await platform.PostAsync("700100/upsert_message_templates", """{"name":"code","languages":["en","de"],"category":"AUTHENTICATION","components":[{"type":"BODY","add_security_recommendation":true},{"type":"FOOTER","code_expiration_minutes":5},{"type":"BUTTONS","buttons":[{"type":"OTP","otp_type":"COPY_CODE"}]}]}""");
        await platform.IdleAsync();
        const string Code = """[{"type":"body","parameters":[{"type":"text","text":"123456"}]},{"type":"button","sub_type":"url","index":"0","parameters":[{"type":"text","text":"123456"}]}]""";

        Assert.Equal(2, written.Data.Length);
        Assert.Equal(131062, (await platform.TemplateAsync("code", components: Code, to: $"\"recipient\":\"{Platform.MiraId}\",")).Code);
        Assert.Equal(200, (await platform.TemplateAsync("code", components: Code)).Status);
        Assert.Contains("123456", platform.Mira.Chat(platform.Shop)[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_too_long_once_filled_in_is_refused()
    {
        await using var platform = await Platform.StartAsync();
        platform.AddTemplate("long", "Your order {{1}} has left our shop.");

        var answer = await platform.TemplateAsync("long", components: $$"""[{"type":"body","parameters":[{"type":"text","text":"{{new string('x', 1_020)}}"}]}]""");

        Assert.Equal(132005, answer.Code);
    }
}
