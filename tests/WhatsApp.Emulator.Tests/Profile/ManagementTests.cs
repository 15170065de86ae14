using System.Net.Http.Headers;
using System.Text;

namespace WhatsApp.Emulator.Tests;

public sealed class ManagementTests
{
    [Fact]
    public async Task The_profile_is_written_within_its_limits_and_read_back()
    {
        await using var platform = await Platform.StartAsync();

        var written = await platform.PostAsync("800200/whatsapp_business_profile", """{"messaging_product":"whatsapp","about":"Open till six","email":"a@b.example","websites":["https://b.example"],"vertical":"RETAIL"}""");
        var read = (await platform.GetAsync("800200/whatsapp_business_profile?fields=about,vertical,websites")).Data[0];

        Assert.Equal("""{"success":true}""", written.Text);
        Assert.Equal(("Open till six", "RETAIL", "https://b.example"), (read.GetProperty("about").GetString(), read.GetProperty("vertical").GetString(), read.GetProperty("websites")[0].GetString()));
        foreach (var broken in (string[])
            ["\"about\":\"\"", $"\"address\":\"{new string('x', 257)}\"", "\"vertical\":\"SHOES\"", "\"websites\":[\"b.example\"]", "\"websites\":[\"https://a.example\",\"https://b.example\",\"https://c.example\"]", "\"email\":\"x\"", "\"profile_picture_handle\":\"4::none\"", "\"colour\":\"red\""])
        {
            var refused = await platform.PostAsync("800200/whatsapp_business_profile", $$"""{"messaging_product":"whatsapp",{{broken}}}""");
            Assert.Equal((400, 100), (refused.Status, refused.Code));
        }
    }

    [Fact]
    public async Task Commerce_settings_come_by_query_and_prompts_by_body()
    {
        await using var platform = await Platform.StartAsync();

        await platform.PostAsync("800200/whatsapp_commerce_settings?is_cart_enabled=false&is_catalog_visible=true", "");
        var commerce = (await platform.GetAsync("800200/whatsapp_commerce_settings")).Data[0];
        await platform.PostAsync("800200/conversational_automation", """{"prompts":["Where is my order?"],"commands":[{"command_name":"track","command_description":"Follow a parcel"}]}""");
        var automation = (await platform.GetAsync("800200?fields=conversational_automation")).Json.GetProperty("conversational_automation");

        Assert.Equal((false, true), (commerce.GetProperty("is_cart_enabled").GetBoolean(), commerce.GetProperty("is_catalog_visible").GetBoolean()));
        Assert.Equal(("Where is my order?", "track"), (automation.GetProperty("prompts")[0].GetString(), automation.GetProperty("commands")[0].GetProperty("command_name").GetString()));
        Assert.Equal(100, (await platform.PostAsync("800200/conversational_automation", """{"prompts":["a","b","c","d","e"]}""")).Code);
        Assert.Equal(100, (await platform.PostAsync("800200/conversational_automation", """{"prompts":["Hello 👋"]}""")).Code);
    }

    [Fact]
    public async Task Only_people_who_wrote_within_a_day_can_be_blocked()
    {
        await using var platform = await Platform.StartAsync(fakeClock: true);
        const string Body = $$"""{"messaging_product":"whatsapp","block_users":[{"user":"{{Platform.MiraPhone}}"}]}""";

        var early = await platform.PostAsync("800200/block_users", Body);
        await platform.OpenWindowAsync();
        var blocked = await platform.PostAsync("800200/block_users", Body);
        var listed = await platform.GetAsync("800200/block_users");
        var removed = await platform.DeleteAsync("800200/block_users", Body);

        Assert.Equal((400, 139100), (early.Status, early.Code));
        Assert.Equal(131047, early.Json.GetProperty("block_users").GetProperty("failed_users")[0].GetProperty("errors")[0].GetProperty("code").GetInt32());
        Assert.Equal(Platform.MiraPhone, blocked.Json.GetProperty("block_users").GetProperty("added_users")[0].GetProperty("wa_id").GetString());
        Assert.Equal(Platform.MiraPhone, Assert.Single(listed.Data).GetProperty("wa_id").GetString());
        Assert.Equal(1, removed.Json.GetProperty("block_users").GetProperty("removed_users").GetArrayLength());
    }

    [Fact]
    public async Task Qr_codes_opt_in_links_and_usernames_live_their_lives()
    {
        await using var platform = await Platform.StartAsync();
        platform.Emulator.AddNumber(platform.NumberOptions("800300", "700300", "other-token"));
        using var other = platform.Client("other-token");

        var made = await platform.PostAsync("800200/message_qrdls", """{"prefilled_message":"Cake?","generate_qr_image":"SVG"}""");
        var code = made.Json.GetProperty("code").GetString();
        await platform.PostAsync("800200/message_qrdls", $$"""{"prefilled_message":"Bread?","code":"{{code}}"}""");
        var read = await platform.GetAsync($"800200/message_qrdls/{code}");
        var link = await platform.PostAsync("700100/signups", """{"signup_message":"Join","confirmation_message":"Joined","privacy_policy_url":"https://b.example/p"}""");
        var username = await platform.PostAsync("800200/username", """{"username":"Baeckerei.Mitte"}""");
        var transfer = await platform.PostAsync("800300/username", """{"username":"baeckerei.mitte"}""", other);
        var suggestions = await platform.GetAsync("800200/username_suggestions");
        await platform.IdleAsync();

        Assert.Equal($"https://wa.me/message/{code}", made.Json.GetProperty("deep_link_url").GetString());
        Assert.Equal("Bread?", read.Data[0].GetProperty("prefilled_message").GetString());
        Assert.Equal(200, (await platform.DeleteAsync($"800200/message_qrdls/{code}")).Status);
        Assert.Equal(100, (await platform.GetAsync($"800200/message_qrdls/{code}")).Code);
        Assert.Contains("/signup/", link.Json.GetProperty("link").GetString(), StringComparison.Ordinal);
        Assert.Equal("approved", username.Json.GetProperty("status").GetString());
        Assert.Equal(147005, transfer.Code);
        Assert.NotEmpty(suggestions.Data[0].GetProperty("username_suggestions").EnumerateArray());
        Assert.Equal(100, (await platform.PostAsync("800200/username", """{"username":"..x"}""")).Code);
        Assert.Equal("baeckerei.mitte", platform.Bot.Of("business_username_updates")[0].GetProperty("username").GetString());
    }

    [Fact]
    public async Task Flows_are_stored_checked_published_throttled_by_state_and_listed()
    {
        await using var platform = await Platform.StartAsync();
        await platform.OpenWindowAsync();
        var created = await platform.PostAsync("700100/flows", """{"name":"Booking","categories":["APPOINTMENT_BOOKING"]}""");
        var id = created.Id;
        string Message(string mode) => $$"""  "type":"interactive","interactive":{"type":"flow","body":{"text":"x"},"action":{"name":"flow","parameters":{"flow_message_version":"3","flow_id":"{{id}}","flow_cta":"Go","mode":"{{mode}}"} } }  """;

        Assert.Equal(139002, (await platform.PostAsync($"{id}/publish", "{}")).Code);
        using var form = new MultipartFormDataContent { { new StringContent("flow.json"), "name" }, { new StringContent("FLOW_JSON"), "asset_type" } };
        using var file = new ByteArrayContent(Encoding.UTF8.GetBytes("""{"version":"7.3","screens":[{"id":"START"},{}]}"""));
        form.Add(file, "file", "flow.json");
        using var broken = await platform.Http.PostAsync($"{id}/assets", form, Platform.Cancel);
        var errors = (await Answer.ReadAsync(broken)).Json.GetProperty("validation_errors");
        using var goodForm = new MultipartFormDataContent { { new StringContent("flow.json"), "name" }, { new StringContent("FLOW_JSON"), "asset_type" } };
        using var good = new ByteArrayContent(Encoding.UTF8.GetBytes("""{"version":"7.3","screens":[{"id":"START"}]}"""));
        goodForm.Add(good, "file", "flow.json");
        using var uploaded = await platform.Http.PostAsync($"{id}/assets", goodForm, Platform.Cancel);
        var draft = await platform.SendAsync(Message("published"));
        Assert.Equal(200, (await platform.PostAsync($"{id}/publish", "{}")).Status);
        await platform.IdleAsync();
        var published = await platform.SendAsync(Message("published"));
        var deletion = await platform.DeleteAsync(id);
        await platform.PostAsync($"{id}/deprecate", "{}");
        await platform.IdleAsync();
        var listed = await platform.GetAsync("700100/flows?fields=id,status,json_version");

        Assert.Equal(1, errors.GetArrayLength());
        Assert.Equal((131009, 200, 139004), (draft.Code, published.Status, deletion.Code));
        Assert.Equal(("DEPRECATED", "7.3"), (listed.Data[0].GetProperty("status").GetString(), listed.Data[0].GetProperty("json_version").GetString()));
        Assert.Equal(["PUBLISHED", "DEPRECATED"], platform.Bot.Of("flows").Select(value => value.GetProperty("new_status").GetString()));
    }

    [Fact]
    public async Task The_key_of_flows_has_to_be_uploaded_again_after_registering_again()
    {
        await using var platform = await Platform.StartAsync();
        using var rsa = System.Security.Cryptography.RSA.Create(2048);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["business_public_key"] = rsa.ExportSubjectPublicKeyInfoPem() });
        using var response = await platform.Http.PostAsync("800200/whatsapp_business_encryption", form, Platform.Cancel);
        async Task<string?> StatusAsync() => (await platform.GetAsync("800200/whatsapp_business_encryption")).Data[0].GetProperty("business_public_key_signature_status").GetString();

        Assert.Equal("VALID", await StatusAsync());
        await platform.PostAsync("800200/register", """{"messaging_product":"whatsapp","pin":"123456"}""");
        Assert.Equal("MISMATCH", await StatusAsync());
        Assert.Equal(100, (await platform.PostAsync("800200/whatsapp_business_encryption", """{"business_public_key":"none"}""")).Code);
    }

    [Fact]
    public async Task Accounts_portfolios_and_pages_are_read_with_the_asked_for_fields()
    {
        await using var platform = await Platform.StartAsync();
        for (var i = 0; i < 4; i++)
            platform.Emulator.AddNumber(platform.NumberOptions($"80030{i}", "700100"));

        var waba = await platform.GetAsync("700100?fields=id,name,currency,account_review_status,health_status");
        var owned = await platform.GetAsync("600100/owned_whatsapp_business_accounts");
        var page = await platform.GetAsync("700100/phone_numbers?limit=2&fields=id");
        var next = await platform.GetAsync(page.Json.GetProperty("paging").GetProperty("next").GetString()!);

        Assert.Equal(("APPROVED", "AVAILABLE"), (waba.Json.GetProperty("account_review_status").GetString(), waba.Json.GetProperty("health_status").GetProperty("can_send_message").GetString()));
        Assert.Equal("700100", owned.Data.Single().GetProperty("id").GetString());
        Assert.Equal((2, 2), (page.Data.Length, next.Data.Length));
        Assert.NotEqual(page.Data[0].GetProperty("id").GetString(), next.Data[0].GetProperty("id").GetString());
        Assert.Equal(100, (await platform.GetAsync("700100?fields=shoe_size")).Code);
        Assert.Equal(100, (await platform.GetAsync("700100/phone_numbers?after=nonsense")).Code);
    }

    [Fact]
    public async Task Analytics_count_what_was_really_sent()
    {
        await using var platform = await Platform.StartAsync(fakeClock: true);
        await platform.OpenWindowAsync();
        await platform.TextAsync();
        await platform.TextAsync();
        await platform.TemplateAsync("order_shipped", "de");
        await platform.IdleAsync();
        var (start, end) = (platform.Clock.GetUtcNow().AddHours(-1).ToUnixTimeSeconds(), platform.Clock.GetUtcNow().AddHours(1).ToUnixTimeSeconds());
        var template = platform.Emulator.FindTemplate("700100", "order_shipped", "de")!.Id;

        var messages = await platform.GetAsync($"700100?fields=analytics.start({start}).end({end}).granularity(DAY).phone_numbers([])");
        var pricing = await platform.GetAsync($"700100?fields=pricing_analytics.start({start}).end({end}).granularity(DAILY)");
        var closed = await platform.GetAsync($"700100/template_analytics?start={start}&end={end}&granularity=DAILY&template_ids=[{template}]");
        await platform.PostAsync("700100?is_enabled_for_insights=true", "");
        var templates = await platform.GetAsync($"700100/template_analytics?start={start}&end={end}&granularity=DAILY&template_ids=[{template}]");

        Assert.Equal(3, messages.Json.GetProperty("analytics").GetProperty("data_points")[0].GetProperty("sent").GetInt32());
        Assert.Equal(3, pricing.Json.GetProperty("pricing_analytics").GetProperty("data")[0].GetProperty("data_points").EnumerateArray().Sum(point => point.GetProperty("volume").GetInt32()));
        Assert.Equal(200005, closed.Code);
        Assert.Equal((1, 1), (templates.Data[0].GetProperty("data_points")[0].GetProperty("sent").GetInt32(), templates.Data[0].GetProperty("data_points")[0].GetProperty("read").GetInt32()));
    }

    [Fact]
    public async Task Message_history_knows_the_events_of_a_message()
    {
        await using var platform = await Platform.StartAsync();
        await platform.OpenWindowAsync();
        var sent = await platform.TextAsync();
        await platform.IdleAsync();

        var history = await platform.GetAsync($"800200/message_history?message_id={Uri.EscapeDataString(sent.MessageId)}");

        var events = history.Data[0].GetProperty("events").GetProperty("data").EnumerateArray().ToArray();
        Assert.Equal(["SENT", "DELIVERED", "READ"], events.Select(one => one.GetProperty("delivery_status").GetString()));
        Assert.All(events, one => Assert.Equal("DELIVERED", one.GetProperty("webhook_update_state").GetString()));
    }

    [Fact]
    public async Task Calls_need_calling_and_permission_and_signal_both_ways()
    {
        await using var platform = await Platform.StartAsync();
        const string Connect = $$"""{"messaging_product":"whatsapp","to":"{{Platform.MiraPhone}}","action":"connect","session":{"sdp_type":"offer","sdp":"v=0"} }""";
        Assert.Equal(138000, (await platform.PostAsync("800200/calls", Connect)).Code);
        await platform.PostAsync("800200/settings", """{"calling":{"status":"ENABLED"}}""");
        Assert.Equal(138006, (await platform.PostAsync("800200/calls", Connect)).Code);
        await platform.Mira.PermitsCallsAsync(platform.Shop, isAccepted: true, cancellationToken: Platform.Cancel);
        var permission = await platform.GetAsync($"800200/call_permissions?user_wa_id={Platform.MiraPhone}");
        var call = await platform.PostAsync("800200/calls", Connect);
        await platform.IdleAsync();
        var incoming = await platform.Mira.CallsAsync(platform.Shop, Platform.Cancel);
        await platform.PostAsync("800200/calls", $$"""{"messaging_product":"whatsapp","action":"accept","call_id":"{{incoming}}","session":{"sdp_type":"answer","sdp":"v=0"} }""");
        await platform.Mira.HangsUpAsync(platform.Shop, incoming, Platform.Cancel);

        Assert.Equal("temporary", permission.Json.GetProperty("permission").GetProperty("status").GetString());
        Assert.StartsWith("wacid.", call.Json.GetProperty("calls")[0].GetProperty("id").GetString(), StringComparison.Ordinal);
        var values = platform.Bot.Of("calls");
        Assert.Equal(["RINGING", "ACCEPTED"], values.Where(value => value.TryGetProperty("statuses", out _)).Select(value => value.GetProperty("statuses")[0].GetProperty("status").GetString()));
        Assert.Equal(["connect", "connect", "terminate"], values.Where(value => value.TryGetProperty("calls", out _)).Select(value => value.GetProperty("calls")[0].GetProperty("event").GetString()));
        Assert.Equal(200, (await platform.TextAsync()).Status);
    }

    [Fact]
    public async Task A_resumable_upload_goes_on_where_it_stopped_and_gives_a_handle_for_samples_and_pictures()
    {
        await using var platform = await Platform.StartAsync();
        var id = (await platform.PostAsync("v25.0/111/uploads?file_name=a.png&file_length=6&file_type=image/png", "")).Id;
        Assert.Equal(100, (await platform.PostAsync("v25.0/111/uploads?file_length=6&file_type=text/html", "")).Code);

        var half = await PutAsync(platform, id, 0, [1, 2, 3]);
        var offset = await platform.GetAsync($"v25.0/{id}");
        var wrong = await PutAsync(platform, id, 0, [1]);
        var bearer = await platform.PostAsync($"v25.0/{id}", "x");
        var handle = (await PutAsync(platform, id, 3, [4, 5, 6])).Json.GetProperty("h").GetString();

        Assert.Equal((200, 3), (half.Status, offset.Json.GetProperty("file_offset").GetInt32()));
        Assert.Equal((100, 190), (wrong.Code, bearer.Code));
        Assert.Equal(200, (await platform.PostAsync("800200/whatsapp_business_profile", $$"""{"messaging_product":"whatsapp","profile_picture_handle":"{{handle}}"}""")).Status);
        Assert.Equal(200, (await platform.PostAsync("700100/message_templates", $$"""{"name":"p","language":"en","category":"MARKETING","components":[{"type":"HEADER","format":"IMAGE","example":{"header_handle":["{{handle}}"]} },{"type":"BODY","text":"Look!"}]}""")).Status);
    }

    [Theory]
    [InlineData("good.jpg", null)]
    [InlineData("missing.jpg", 131053)]
    [InlineData("text.jpg", 131053)]
    public async Task Links_can_be_fetched_and_a_broken_one_fails_later(string file, int? code)
    {
        await using var platform = await Platform.StartAsync(options => options.FetchesLinks = true);
        await platform.OpenWindowAsync();
        using var listener = new System.Net.HttpListener();
        var root = $"http://127.0.0.1:{FreePort()}/";
        listener.Prefixes.Add(root);
        listener.Start();
        var serving = ServeAsync(listener);

        await platform.SendAsync($$"""  "type":"image","image":{"link":"{{root}}{{file}}"}  """);
        await serving;
        await platform.IdleAsync();
        await platform.SendAsync($$"""  "type":"image","image":{"link":"{{root}}{{file}}"}  """);
        await platform.IdleAsync();

        string[] expectedNames = code is null ? ["sent", "delivered", "read", "sent", "delivered", "read"] : ["failed", "failed"];
        Assert.Equal(expectedNames, platform.Bot.StatusNames);
        if (code is { } expected)
            Assert.Equal(expected, platform.Bot.Statuses[0].GetProperty("errors")[0].GetProperty("code").GetInt32());
    }

    private static async Task ServeAsync(System.Net.HttpListener listener)
    {
        // Only one request comes: the second send finds the answer kept.
        var context = await listener.GetContextAsync();
        var path = context.Request.Url!.AbsolutePath;
        context.Response.StatusCode = path == "/missing.jpg" ? 404 : 200;
        context.Response.ContentType = path == "/text.jpg" ? "text/html" : "image/jpeg";
        await context.Response.OutputStream.WriteAsync((byte[])[0xFF, 0xD8, 0xFF, 0xE0], Platform.Cancel);
        context.Response.Close();
    }

    private static int FreePort()
    {
        using var probe = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        probe.Start();
        return ((System.Net.IPEndPoint)probe.LocalEndpoint).Port;
    }

    private static async Task<Answer> PutAsync(Platform platform, string id, int offset, byte[] bytes)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"v25.0/{id}") { Content = new ByteArrayContent(bytes) };
        request.Headers.Authorization = new AuthenticationHeaderValue("OAuth", Platform.Token);
        request.Headers.Add("file_offset", offset.ToString(System.Globalization.CultureInfo.InvariantCulture));
        using var response = await platform.Http.SendAsync(request, Platform.Cancel);
        return await Answer.ReadAsync(response);
    }
}
