using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using WhatsApp.Client.Tests.Http;

namespace WhatsApp.Client.Tests.Management;

/// <summary>Every management call: method, path, token and body as the platform documents them, written here by hand.</summary>
public sealed partial class ManagementCallTests : IAsyncDisposable
{
    private const string Done = """{"success":true}""";
    private static readonly WabaId Waba = new("700100");
    private static readonly TemplateId Template = new("5001");
    private static readonly FlowId Flow = new("31337");
    private static readonly Recipient.Group Group = new("G1");
    private static readonly Recipient Phone = new Recipient.Phone("4915550001111");
    private static readonly Recipient User = new Recipient.User("DE.48213377190552");
    private static readonly DateTimeOffset From = DateTimeOffset.FromUnixTimeSeconds(1790000000);
    private static readonly DateTimeOffset To = DateTimeOffset.FromUnixTimeSeconds(1790086400);
    private readonly StubCloud _cloud = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _cloud.DisposeAsync();

    public static TheoryData<string> Names => [.. Calls.Keys];

    /// <summary>Name, call, expected method and path below the version, expected body ("" for none), answer.</summary>
    internal static Dictionary<string, (Func<WhatsAppSender, Task> Make, string Method, string Path, string Body, string Answer)> Calls { get; } = new(MoreCalls)
    {
        ["get template"] = (s => s.GetTemplateAsync(Template, Token), "GET",
            "5001?fields=id,name,language,status,category,sub_category,parameter_format,components,quality_score,rejected_reason,previous_category,message_send_ttl_seconds", "", """{"id":"5001"}"""),
        ["count templates"] = (s => s.CountTemplatesAsync(Waba, Token), "GET",
            "700100/message_templates?summary=total_count,message_template_count,message_template_limit&limit=1", "", "{}"),
        ["delete template"] = (s => s.DeleteTemplateAsync(Waba, "order_shipped", Token), "DELETE", "700100/message_templates?name=order_shipped", "", Done),
        ["delete one language"] = (s => s.DeleteTemplateAsync(Waba, "order_shipped", Template, Token), "DELETE", "700100/message_templates?name=order_shipped&hsm_id=5001", "", Done),
        ["delete many templates"] = (s => s.DeleteTemplatesAsync(Waba, [Template, new("5002")], Token), "DELETE", "700100/message_templates?hsm_ids=%5B5001%2C5002%5D", "", Done),
        ["unpause template"] = (s => s.UnpauseTemplateAsync(Template, Token), "POST", "5001/unpause", "{}", Done),
        ["compare templates"] = (s => s.CompareTemplatesAsync(Template, [new("5002")], From, To, Token), "GET",
            "5001/compare?template_ids=%5B5002%5D&start=1790000000&end=1790086400", "", "{}"),
        ["migrate templates"] = (s => s.MigrateTemplatesAsync(Waba, new("700200"), 2, Token), "POST", "700100/migrate_message_templates",
            """{"source_waba_id":"700200","page_number":2}""", "{}"),
        ["upsert authentication"] = (s => s.UpsertAuthenticationTemplatesAsync(
                Waba, "code", ["de", "en_US"],
                new("ONE_TAP") { AddSecurityRecommendation = true, CodeExpirationMinutes = 10, Text = "Kopieren", SupportedApps = [new("com.example.shop", "K8a/AINcGX7")] }, Token),
            "POST", "700100/upsert_message_templates",
            """{"name":"code","languages":["de","en_US"],"category":"AUTHENTICATION","components":[{"type":"BODY","add_security_recommendation":true},{"type":"FOOTER","code_expiration_minutes":10},{"type":"BUTTONS","buttons":[{"type":"OTP","otp_type":"ONE_TAP","supported_apps":[{"package_name":"com.example.shop","signature_hash":"K8a/AINcGX7"}]}]}]}""",
            """{"data":[{"id":"1","status":"PENDING","category":"AUTHENTICATION"}]}"""),
        ["add number"] = (s => s.AddPhoneNumberAsync(Waba, "49", "30555000", "Shop Mitte", Token), "POST", "700100/phone_numbers",
            """{"cc":"49","phone_number":"30555000","verified_name":"Shop Mitte"}""", """{"id":"800300"}"""),
        ["request code"] = (s => s.RequestCodeAsync(VerificationMethod.Voice, "de", Token), "POST", "800200/request_code", """{"code_method":"VOICE","language":"de"}""", Done),
        ["verify code"] = (s => s.VerifyCodeAsync("123456", Token), "POST", "800200/verify_code", """{"code":"123456"}""", Done),
        ["register"] = (s => s.RegisterAsync("123456", "DE", Token), "POST", "800200/register",
            """{"messaging_product":"whatsapp","pin":"123456","data_localization_region":"DE"}""", Done),
        ["deregister"] = (s => s.DeregisterAsync(Token), "POST", "800200/deregister", "{}", Done),
        ["set pin"] = (s => s.SetPinAsync("654321", Token), "POST", "800200", """{"pin":"654321"}""", Done),
        ["set display name"] = (s => s.SetDisplayNameAsync("Shop Nord", Token), "POST", "800200", """{"new_display_name":"Shop Nord"}""", Done),
        ["set webhook"] = (s => s.SetNumberWebhookAsync(new WebhookOverride(new Uri("https://bot.example/wa"), "verify-me"), Token), "POST", "800200",
            """{"webhook_configuration":{"override_callback_uri":"https://bot.example/wa","verify_token":"verify-me"}}""", Done),
        ["clear webhook"] = (s => s.SetNumberWebhookAsync(null, Token), "POST", "800200", """{"webhook_configuration":{"override_callback_uri":""}}""", Done),
        ["get settings"] = (s => s.GetSettingsAsync(Token), "GET", "800200/settings", "", "{}"),
        ["change settings"] = (s => s.ChangeSettingsAsync(new() { IdentityKeyCheck = true, Calling = """{"status":"ENABLED"}"""u8.ToArray() }, Token), "POST", "800200/settings",
            """{"calling":{"status":"ENABLED"},"user_identity_change":{"enable_identity_key_check":true}}""", Done),
        ["get username"] = (s => s.GetUsernameAsync(Token), "GET", "800200/username", "", """{"username":"shop.mitte","status":"approved"}"""),
        ["username suggestions"] = (s => s.GetUsernameSuggestionsAsync(Token), "GET", "800200/username_suggestions", "", """{"data":[{"username_suggestions":["a.b"]}]}"""),
        ["set username"] = (s => s.SetUsernameAsync("shop.mitte", forceTransfer: true, Token), "POST", "800200/username",
            """{"username":"shop.mitte","transfer_action":"force_transfer"}""", """{"status":"reserved"}"""),
        ["delete username"] = (s => s.DeleteUsernameAsync(Token), "DELETE", "800200/username", "", Done),
        ["get profile"] = (s => s.GetProfileAsync(Token), "GET", "800200/whatsapp_business_profile?fields=about,address,description,email,profile_picture_url,websites,vertical", "", """{"data":[{"about":"x"}]}"""),
        ["set profile"] = (s => s.SetProfileAsync(new() { About = "Bread", Websites = ["https://shop.example"], Vertical = "RETAIL", PictureHandle = "4::aW" }, Token), "POST",
            "800200/whatsapp_business_profile",
            """{"messaging_product":"whatsapp","about":"Bread","websites":["https://shop.example"],"vertical":"RETAIL","profile_picture_handle":"4::aW"}""", Done),
        ["get automation"] = (s => s.GetConversationalAutomationAsync(Token), "GET", "800200?fields=conversational_automation", "", "{}"),
        ["set automation"] = (s => s.SetConversationalAutomationAsync(new() { Prompts = ["Where is my order?"], Commands = [new("track", "Where it is")] }, Token), "POST",
            "800200/conversational_automation", """{"prompts":["Where is my order?"],"commands":[{"command_name":"track","command_description":"Where it is"}]}""", Done),
        ["get commerce"] = (s => s.GetCommerceSettingsAsync(Token), "GET", "800200/whatsapp_commerce_settings", "", """{"data":[{"is_cart_enabled":true}]}"""),
        ["set commerce"] = (s => s.SetCommerceSettingsAsync(new(IsCatalogVisible: true, IsCartEnabled: false), Token), "POST",
            "800200/whatsapp_commerce_settings?is_cart_enabled=false&is_catalog_visible=true", "{}", Done),
        ["block"] = (s => s.BlockAsync([Phone, User], Token), "POST", "800200/block_users",
            """{"messaging_product":"whatsapp","block_users":[{"user":"+4915550001111"},{"user_id":"DE.48213377190552"}]}""", "{}"),
        ["unblock"] = (s => s.UnblockAsync([User], Token), "DELETE", "800200/block_users",
            """{"messaging_product":"whatsapp","block_users":[{"user_id":"DE.48213377190552"}]}""", "{}"),
        ["forget contact"] = (s => s.DeleteFromContactBookAsync(new("DE.48213377190552"), Token), "DELETE",
            "800200/contact_book?messaging_product=whatsapp&bsuid=DE.48213377190552", "", """{"deleted":true}"""),
        ["create link"] = (s => s.CreateLinkAsync("Hello!", QrImageFormat.Svg, Token), "POST", "800200/message_qrdls", """{"prefilled_message":"Hello!","generate_qr_image":"SVG"}""", """{"code":"C1"}"""),
        ["change link"] = (s => s.ChangeLinkAsync("C1", "Bye!", Token), "POST", "800200/message_qrdls", """{"code":"C1","prefilled_message":"Bye!"}""", """{"code":"C1"}"""),
        ["get link"] = (s => s.GetLinkAsync("C1", Token), "GET", "800200/message_qrdls/C1", "", """{"data":[{"code":"C1"}]}"""),
        ["delete link"] = (s => s.DeleteLinkAsync("C1", Token), "DELETE", "800200/message_qrdls/C1", "", Done),
        ["get account"] = (s => s.GetWabaAsync(Waba, Token), "GET",
            "700100?fields=id,name,currency,timezone_id,status,account_review_status,business_verification_status,country,ownership_type,message_template_namespace", "", """{"id":"700100"}"""),
        ["account health"] = (s => s.GetHealthStatusAsync(Waba, Token), "GET", "700100?fields=health_status", "", "{}"),
        ["sign-up link"] = (s => s.CreateSignupLinkAsync(Waba, new("Offers?", "Thank you!", new("https://shop.example/privacy")) { PromoCode = "BREAD" }, Token), "POST", "700100/signups",
            """{"signup_message":"Offers?","confirmation_message":"Thank you!","privacy_policy_url":"https://shop.example/privacy","promo_code":"BREAD"}""", "{}"),
        ["pass thread"] = (s => s.ControlThreadAsync(ThreadAction.Pass, User, "support", "angry", Token), "POST", "800200/thread_control",
            """{"messaging_product":"whatsapp","action":"pass","recipient":"DE.48213377190552","control_pass":{"target_role":"support"},"metadata":"angry"}""", Done),
        ["take thread"] = (s => s.ControlThreadAsync(ThreadAction.Take, Phone, cancellationToken: Token), "POST", "800200/thread_control",
            """{"messaging_product":"whatsapp","action":"take","to":"+4915550001111"}""", Done),
        ["start call"] = (s => s.StartCallAsync(Phone, "v=0", "order-9", Token), "POST", "800200/calls",
            """{"messaging_product":"whatsapp","to":"+4915550001111","action":"connect","session":{"sdp_type":"offer","sdp":"v=0"},"biz_opaque_callback_data":"order-9"}""", """{"calls":[{"id":"wacid.1"}]}"""),
        ["pre-accept call"] = (s => s.PreAcceptCallAsync("wacid.1", "v=0", Token), "POST", "800200/calls",
            """{"messaging_product":"whatsapp","call_id":"wacid.1","action":"pre_accept","session":{"sdp_type":"answer","sdp":"v=0"}}""", Done),
        ["accept call"] = (s => s.AcceptCallAsync("wacid.1", "v=0", cancellationToken: Token), "POST", "800200/calls",
            """{"messaging_product":"whatsapp","call_id":"wacid.1","action":"accept","session":{"sdp_type":"answer","sdp":"v=0"}}""", Done),
        ["reject call"] = (s => s.RejectCallAsync("wacid.1", Token), "POST", "800200/calls", """{"messaging_product":"whatsapp","call_id":"wacid.1","action":"reject"}""", Done),
        ["terminate call"] = (s => s.TerminateCallAsync("wacid.1", Token), "POST", "800200/calls", """{"messaging_product":"whatsapp","call_id":"wacid.1","action":"terminate"}""", Done),
        ["call permissions by phone"] = (s => s.GetCallPermissionsAsync(Phone, Token), "GET", "800200/call_permissions?user_wa_id=4915550001111", "", "{}"),
        ["call permissions by id"] = (s => s.GetCallPermissionsAsync(User, Token), "GET", "800200/call_permissions?recipient=DE.48213377190552", "", "{}"),
        ["create group"] = (s => s.CreateGroupAsync("Bakers", "All of us", needsApproval: true, Token), "POST", "800200/groups",
            """{"messaging_product":"whatsapp","subject":"Bakers","description":"All of us","join_approval_mode":"approval_required"}""", """{"request_id":"r1"}"""),
        ["get group"] = (s => s.GetGroupAsync(Group, Token), "GET", "G1", "", "{}"),
        ["change group"] = (s => s.ChangeGroupAsync(Group, "Cooks", cancellationToken: Token), "POST", "G1", """{"messaging_product":"whatsapp","subject":"Cooks"}""", "{}"),
        ["delete group"] = (s => s.DeleteGroupAsync(Group, Token), "DELETE", "G1", "", "{}"),
        ["get invitation"] = (s => s.GetInviteLinkAsync(Group, Token), "GET", "G1/invite_link", "", "{}"),
        ["reset invitation"] = (s => s.ResetInviteLinkAsync(Group, Token), "POST", "G1/invite_link", """{"messaging_product":"whatsapp"}""", "{}"),
        ["remove participants"] = (s => s.RemoveParticipantsAsync(Group, [Phone, User], Token), "DELETE", "G1/participants",
            """{"messaging_product":"whatsapp","participants":[{"user":"+4915550001111"},{"user_id":"DE.48213377190552"}]}""", "{}"),
        ["approve join requests"] = (s => s.ApproveJoinRequestsAsync(Group, ["j1"], Token), "POST", "G1/join_requests", """{"messaging_product":"whatsapp","join_requests":["j1"]}""", "{}"),
        ["reject join requests"] = (s => s.RejectJoinRequestsAsync(Group, ["j1"], Token), "DELETE", "G1/join_requests", """{"messaging_product":"whatsapp","join_requests":["j1"]}""", "{}"),
        ["message analytics"] = (s => s.GetMessageAnalyticsAsync(Waba, From, To, "DAY", ["4930555000"], Token), "GET",
            "700100?fields=analytics.start%281790000000%29.end%281790086400%29.granularity%28DAY%29.phone_numbers%28%5B%224930555000%22%5D%29", "", "{}"),
        ["pricing analytics"] = (s => s.GetPricingAnalyticsAsync(Waba, From, To, "DAILY", ["COUNTRY"], Token), "GET",
            "700100?fields=pricing_analytics.start%281790000000%29.end%281790086400%29.granularity%28DAILY%29.dimensions%28%5B%22COUNTRY%22%5D%29", "", "{}"),
        ["template analytics"] = (s => s.GetTemplateAnalyticsAsync(Waba, From, To, [Template], Token), "GET",
            "700100/template_analytics?start=1790000000&end=1790086400&granularity=daily&template_ids=%5B5001%5D", "", "{}"),
        ["template insights"] = (s => s.EnableTemplateInsightsAsync(Waba, Token), "POST", "700100?is_enabled_for_insights=true", "{}", """{"id":"700100"}"""),
        ["message history"] = (s => s.GetMessageHistoryAsync(new("wamid.A="), Token), "GET",
            "800200/message_history?message_id=wamid.A%3D&fields=id%2Cmessage_id%2Cevents%7Bdelivery_status%2Ctimestamp%2Cwebhook_update_state%2Capplication%2Cwebhook_uri%2Cerror_description%7D", "", "{}"),
        ["get flow"] = (s => s.GetFlowAsync(Flow, Token), "GET", "31337?fields=id,name,status,categories,validation_errors,json_version,data_api_version,endpoint_uri", "", """{"id":"31337"}"""),
        ["preview flow"] = (s => s.GetFlowPreviewAsync(Flow, cancellationToken: Token), "GET", "31337?fields=preview.invalidate(false)", "", "{}"),
        ["create flow"] = (s => s.CreateFlowAsync(Waba, new() { Name = "Booking", Categories = ["APPOINTMENT_BOOKING"], FlowJson = "{}", Publish = true, EndpointUri = new("https://bot.example/flow") }, Token),
            "POST", "700100/flows",
            """{"name":"Booking","categories":["APPOINTMENT_BOOKING"],"flow_json":"{}","publish":true,"endpoint_uri":"https://bot.example/flow"}""", """{"id":"31337"}"""),
        ["change flow"] = (s => s.ChangeFlowAsync(Flow, new() { Name = "Tables" }, Token), "POST", "31337", """{"name":"Tables"}""", Done),
        ["delete flow"] = (s => s.DeleteFlowAsync(Flow, Token), "DELETE", "31337", "", Done),
        ["publish flow"] = (s => s.PublishFlowAsync(Flow, Token), "POST", "31337/publish", "{}", Done),
        ["deprecate flow"] = (s => s.DeprecateFlowAsync(Flow, Token), "POST", "31337/deprecate", "{}", Done),
        ["migrate flows"] = (s => s.MigrateFlowsAsync(Waba, new("700200"), ["Booking"], Token), "POST", "700100/migrate_flows",
            """{"source_waba_id":"700200","source_flow_names":["Booking"]}""", "{}"),
        ["set key"] = (s => s.SetBusinessPublicKeyAsync("-----BEGIN PUBLIC KEY-----", Token), "POST", "800200/whatsapp_business_encryption",
            """{"business_public_key":"-----BEGIN PUBLIC KEY-----"}""", Done),
        ["get key"] = (s => s.GetBusinessPublicKeyAsync(Token), "GET", "800200/whatsapp_business_encryption", "", "{}"),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Call_is_what_the_platform_documents(string name)
    {
        var (make, method, path, body, answer) = Calls[name];
        _cloud.Answer = (_, _) => StubCloud.Json(200, answer);

        await make(_cloud.Sender());

        var request = Assert.Single(_cloud.Requests);
        Assert.Equal((method, "/v25.0/" + path, "token-of-800200"), (request.Method, request.Path, request.Token));
        if (body.Length == 0)
            Assert.Equal("", request.Body);
        else
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(body), JsonNode.Parse(request.Body)), request.Body);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Refusal_is_a_typed_error_for_every_call(string name)
    {
        _cloud.Answer = (_, _) => StubCloud.Error(10, 403);

        Assert.Equal(10, (await Assert.ThrowsAsync<WhatsAppApiException>(() => Calls[name].Make(_cloud.Sender()))).Code);
    }

    [Fact]
    public async Task Archiving_goes_to_the_second_host_with_the_version_in_a_header()
    {
        Uri? address = null;
        string? version = null;
        await using var cloud = new StubCloud(build: http => http.AddHttpMessageHandler(() => new Watch(request =>
        {
            address = request.RequestUri;
            version = request.Headers.TryGetValues("X-API-Version", out var values) ? values.Single() : null;
        })));
        cloud.Answer = (_, _) => StubCloud.Json(200, """{"archived_templates":["5001"],"failed_templates":{"5002":"busy"}}""");

        var result = await cloud.Sender().ArchiveTemplatesAsync(Waba, [Template, new("5002")], Token);

        Assert.Equal("https://api.facebook.com/700100/message_templates/archive", address!.AbsoluteUri);
        Assert.Equal("v25.0", version);
        Assert.Equal((Template, new TemplateId("5002")), (Assert.Single(result.Done), Assert.Single(result.Failed)));
        Assert.Equal("""{"template_ids":["5001","5002"]}""", Assert.Single(cloud.Requests).Body);

        cloud.Answer = (_, _) => StubCloud.Json(200, """{"unarchived_templates":[{"id":5001}],"failed_templates":{}}""");
        var taken = await cloud.Sender().UnarchiveTemplatesAsync(Waba, [Template], Token);

        Assert.Equal("https://api.facebook.com/700100/message_templates/unarchive", address!.AbsoluteUri);
        Assert.Equal((Template, 0), (Assert.Single(taken.Done), taken.Failed.Count));
        Assert.Equal("""{"template_ids":["5001"]}""", cloud.Requests.Last().Body);
    }

    [Fact]
    public async Task Flow_json_goes_as_a_form_and_its_errors_come_back()
    {
        _cloud.Answer = (_, _) => StubCloud.Json(200, """{"success":true,"validation_errors":[{"error":"MISSING","message":"m"}]}""");

        var errors = await _cloud.Sender().UploadFlowJsonAsync(Flow, """{"version":"7.3"}"""u8.ToArray(), Token);

        Assert.Equal("MISSING", Assert.Single(errors).Error);
        var request = Assert.Single(_cloud.Requests);
        Assert.Equal(("POST", "/v25.0/31337/assets"), (request.Method, request.Path));
        var boundary = request.Body[..request.Body.IndexOf("\r\n", StringComparison.Ordinal)];
        Assert.Equal(
            $"{boundary}\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nflow.json\r\n{boundary}\r\nContent-Disposition: form-data; name=\"asset_type\"\r\n\r\nFLOW_JSON\r\n"
            + $"{boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"flow.json\"\r\nContent-Type: application/json\r\n\r\n{{\"version\":\"7.3\"}}\r\n{boundary}--\r\n",
            request.Body);
        await Assert.ThrowsAsync<ArgumentException>(() => _cloud.Sender().UploadFlowJsonAsync(Flow, "[]"u8.ToArray(), Token));
    }

    [Fact]
    public async Task Code_is_exchanged_in_the_body_of_the_call()
    {
        _cloud.Answer = (_, _) => StubCloud.Json(200, """{"access_token":"EAAE-business","token_type":"bearer"}""");

        Assert.Equal("EAAE-business", await _cloud.Client.ExchangeCodeAsync(new MetaApp("111", "secret"), "AQcode", Token));

        var request = Assert.Single(_cloud.Requests);
        Assert.Equal(("POST", "/v25.0/oauth/access_token"), (request.Method, request.Path));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{"client_id":"111","client_secret":"secret","code":"AQcode","grant_type":"authorization_code"}"""), JsonNode.Parse(request.Body)));
        _cloud.Answer = (_, _) => StubCloud.Json(200, "{}");
        await Assert.ThrowsAsync<WhatsAppUnavailableException>(() => _cloud.Client.ExchangeCodeAsync(new MetaApp("111", "secret"), "AQcode", Token));
    }

    [Fact]
    public async Task Metrics_and_library_are_read_as_documented()
    {
        _cloud.Answer = (_, _) => StubCloud.Json(200, """{"id":"31337","metric":{"name":"ENDPOINT_REQUEST_COUNT","granularity":"DAY","data_points":[{"timestamp":"2026-11-27T08:00:00+0000","data":[{"key":"value","value":4}]},{"timestamp":"x","data":[{"key":"p50","value":"0.5"}]}]}}""");
        var metric = await _cloud.Sender().GetFlowMetricAsync(Flow, FlowMetricName.EndpointRequestCount, new(2026, 11, 27), new(2026, 11, 28), cancellationToken: Token);
        Assert.Equal((new DateTimeOffset(2026, 11, 27, 8, 0, 0, TimeSpan.Zero), KeyValuePair.Create("value", 4d)), (metric.Points[0].Timestamp!.Value, metric.Points[0].Values.Single()));
        Assert.Equal((null, 0.5), (metric.Points[1].Timestamp, metric.Points[1].Values.Single().Value));

        _cloud.Answer = (_, _) => StubCloud.Json(200, """{"data":[{"name":"delivery_update_1","language":"en_US","category":"UTILITY","topic":"ORDER_MANAGEMENT","usecase":"DELIVERY_UPDATE","industry":["E_COMMERCE"],"body":"Good news, {{1}}!","body_params":["Jim"],"body_param_types":["TEXT"],"buttons":[{"type":"URL"}],"id":"7138055039625658"},{"id":"no name"}]}""");
        var found = new List<LibraryTemplate>();
        await foreach (var template in _cloud.Sender().GetTemplateLibraryAsync(cancellationToken: Token))
            found.Add(template);
        var one = Assert.Single(found);
        Assert.Equal(("delivery_update_1", "DELIVERY_UPDATE", "TEXT", "Jim"), (one.Name, one.UseCase, one.BodyParameterTypes.Single(), one.BodyExamples.Single()));
        Assert.Equal("""[{"type":"URL"}]""", System.Text.Encoding.UTF8.GetString(one.Buttons.Span));
    }

    [Theory]
    [InlineData("Delivery", "a", "en_US", "name", null)]
    [InlineData("ok", "", "en_US", "library_template_name", null)]
    [InlineData("ok", "a", "en-US", "language", null)]
    [InlineData("ok", "a", "en_US", "library_template_button_inputs[0].url.base_url", "shop")]
    [InlineData("ok", "a", "en_US", "library_template_button_inputs[0].url.url_suffix_example", "https://shop.example/{{1}}")]
    public async Task Use_of_the_library_is_checked_before_the_call(string name, string library, string language, string path, string? address)
    {
        var use = new LibraryTemplateUse(library, name, language, TemplateCategory.Utility) { Buttons = address is null ? [] : [LibraryButtonInput.Url(address)] };

        var exception = await Assert.ThrowsAsync<InvalidMessageException>(() => _cloud.Sender().CreateTemplateAsync(Waba, use, Token));

        Assert.Equal(path, Assert.Single(exception.Faults).Path);
        Assert.Empty(_cloud.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a.b.c.d")]
    [InlineData("a.b.c.d.e/f")]
    public async Task What_is_no_compact_jwe_is_not_sent(string text)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => _cloud.Sender().SendEncryptedAsync(text, Token));
        Assert.Empty(_cloud.Requests);
    }

    [Fact]
    public async Task Number_that_is_verified_already_counts_as_verified()
    {
        _cloud.Answer = (_, _) => StubCloud.Error(136024);

        await _cloud.Sender().VerifyCodeAsync("123456", Token);
    }

    [Theory]
    [InlineData("12345")]
    [InlineData("12345a")]
    [InlineData("")]
    public async Task Pin_without_six_digits_is_refused_and_not_shown(string pin)
    {
        var exception = await Assert.ThrowsAsync<ArgumentException>(() => _cloud.Sender().RegisterAsync(pin, cancellationToken: Token));

        Assert.True(pin.Length == 0 || !exception.Message.Contains(pin, StringComparison.Ordinal));
        Assert.Empty(_cloud.Requests);
    }

    [Fact]
    public async Task Lists_follow_their_cursor_and_keep_what_is_asked()
    {
        _cloud.Answer = (_, index) => index == 0
            ? StubCloud.Json(200, """{"data":[{"id":"1","name":"a","status":"APPROVED","category":"UTILITY","components":[{"type":"BODY"}]},{"name":"no id"}],"paging":{"cursors":{"after":"c1"},"next":"https://x"}}""")
            : StubCloud.Json(200, """{"data":[{"id":2,"quality_score":{"score":"GREEN"},"message_send_ttl_seconds":"3600"}]}""");
        var found = new List<MessageTemplate>();
        await foreach (var template in _cloud.Sender().GetTemplatesAsync(Waba, new() { Name = "a b", Status = TemplateStatus.Approved, PageSize = 2 }, Token))
            found.Add(template);

        Assert.Equal(["1", "2"], found.Select(template => template.Id.Value));
        Assert.Equal("""[{"type":"BODY"}]""", System.Text.Encoding.UTF8.GetString(found[0].Components.Span));
        Assert.Equal(("GREEN", TimeSpan.FromHours(1)), (found[1].QualityScore, found[1].MessageSendTtl));
        Assert.All(_cloud.Requests, request => Assert.Contains("&limit=2&name=a%20b&status=APPROVED", request.Path, StringComparison.Ordinal));
        Assert.EndsWith("&after=c1", _cloud.Requests.Last().Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_are_read_as_documented_and_tolerantly()
    {
        _cloud.Answer = (_, _) => StubCloud.Json(200, """{"messaging_product":"whatsapp","block_users":{"added_users":[{"input":"+49","wa_id":"49"}],"failed_users":[{"input":"+48","errors":[{"code":139101}]}]}}""");
        var blocked = await _cloud.Sender().BlockAsync([Phone], Token);
        Assert.Equal(("49", 139101), (blocked.Done.Single().WaId, blocked.Failed.Single().Code));
        Assert.DoesNotContain("48", blocked.Failed.Single().ToString(), StringComparison.Ordinal);

        _cloud.Answer = (_, _) => StubCloud.Json(200, """{"permission":{"status":"temporary","expiration_time":1790000000},"actions":[{"action_name":"start_call","can_perform_action":true,"limits":[{"time_period":"PT24H","max_allowed":5,"current_usage":1}]}]}""");
        var permissions = await _cloud.Sender().GetCallPermissionsAsync(User, Token);
        Assert.Equal(("temporary", From, new CallLimit("PT24H", 5, 1)), (permissions.Status, permissions.ExpiresAt!.Value, permissions.Actions.Single().Limits.Single()));

        _cloud.Answer = (_, _) => StubCloud.Json(200, """{"id":"31337","validation_errors":[{"error":"INVALID","message":"m","line_start":3,"column_start":"4"}]}""");
        var flow = await _cloud.Sender().CreateFlowAsync(Waba, new() { Name = "x", Categories = ["OTHER"] }, Token);
        Assert.Equal(new FlowValidationError("INVALID", "m", 3, 4), flow.ValidationErrors.Single());
    }

    [Fact]
    public async Task People_who_cannot_be_named_there_are_refused_before_the_call()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => _cloud.Sender().BlockAsync([Group], Token));
        await Assert.ThrowsAsync<ArgumentException>(() => _cloud.Sender().BlockAsync([new Recipient.User("DE.ENT.1")], Token));
        await Assert.ThrowsAsync<ArgumentException>(() => _cloud.Sender().StartCallAsync(Group, "v=0", cancellationToken: Token));
        await Assert.ThrowsAsync<ArgumentException>(() => _cloud.Sender().GetMessageAnalyticsAsync(Waba, From, To, "DAY).x(1", cancellationToken: Token));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => _cloud.Sender().DeleteTemplatesAsync(Waba, [], Token));
        await Assert.ThrowsAsync<InvalidMessageException>(() => _cloud.Sender().SetProfileAsync(new() { Websites = ["a", "b", "c"], Vertical = "X" }, Token));
        await Assert.ThrowsAsync<InvalidMessageException>(() => _cloud.Sender().SetConversationalAutomationAsync(new() { Prompts = ["Hi 🙂"] }, Token));
        Assert.Empty(_cloud.Requests);
    }

    private sealed class Watch(Action<HttpRequestMessage> see) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            see(request);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
