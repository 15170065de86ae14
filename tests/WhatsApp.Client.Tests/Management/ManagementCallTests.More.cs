using System.Text;
using WhatsApp.Client.Tests.Http;

namespace WhatsApp.Client.Tests.Management;

public sealed partial class ManagementCallTests
{
    private const string NoItems = """{"data":[]}""";

    private const string NumberFields =
        "id,display_phone_number,verified_name,quality_rating,status,code_verification_status,name_status,platform_type,account_mode,throughput,whatsapp_business_manager_messaging_limit,is_official_business_account,is_on_biz_app,webhook_configuration";

    private const string WabaFields =
        "id,name,currency,timezone_id,status,account_review_status,business_verification_status,country,ownership_type,message_template_namespace";

    /// <summary>Lists, and what belongs to the other folders.</summary>
    private static Dictionary<string, (Func<WhatsAppSender, Task> Make, string Method, string Path, string Body, string Answer)> MoreCalls => new()
    {
        ["list templates"] = (s => ReadAllAsync(s.GetTemplatesAsync(Waba, new() { Name = "order", Language = "de", Status = TemplateStatus.Approved, Category = TemplateCategory.Utility, PageSize = 25 }, Token)), "GET",
            "700100/message_templates?fields=id,name,language,status,category,sub_category,parameter_format,components,quality_score,rejected_reason,previous_category,message_send_ttl_seconds&limit=25&name=order&language=de&status=APPROVED&category=UTILITY",
            "", NoItems),
        ["create template"] = (s => s.CreateTemplateAsync(Waba, new TemplateDefinition("thanks", "de", TemplateCategory.Utility) { Body = "Danke!" }, Token), "POST", "700100/message_templates",
            """{"name":"thanks","language":"de","category":"UTILITY","parameter_format":"POSITIONAL","components":[{"type":"BODY","text":"Danke!"}]}""",
            """{"id":"5001","status":"PENDING","category":"UTILITY"}"""),
        ["edit template"] = (s => s.EditTemplateAsync(Template, new TemplateDefinition("thanks", "de", TemplateCategory.Utility) { Body = "Danke!", MessageSendTtl = TimeSpan.FromHours(1) }, Token), "POST", "5001",
            """{"category":"UTILITY","message_send_ttl_seconds":3600,"components":[{"type":"BODY","text":"Danke!"}]}""", Done),
        ["template library"] = (s => ReadAllAsync(s.GetTemplateLibraryAsync(new() { Search = "order", Language = "en_US", Topic = "ORDER_MANAGEMENT", UseCase = "SHIPMENT_CONFIRMATION", Industry = "E_COMMERCE" }, Token)), "GET",
            "message_template_library?limit=100&search=order&language=en_US&topic=ORDER_MANAGEMENT&usecase=SHIPMENT_CONFIRMATION&industry=E_COMMERCE", "", NoItems),
        ["template of the library"] = (s => s.CreateTemplateAsync(Waba, new LibraryTemplateUse("delivery_update_1", "my_delivery_update", "en_US", TemplateCategory.Utility)
            {
                Buttons = [LibraryButtonInput.Url("https://shop.example/{{1}}", "https://shop.example/A-9"), LibraryButtonInput.PhoneNumber("+4930555000"), LibraryButtonInput.QuickReply],
                BodyInputs = Encoding.UTF8.GetBytes("""{"add_track_package_link":true}"""),
            }, Token), "POST", "700100/message_templates",
            """
            {"name":"my_delivery_update","language":"en_US","category":"UTILITY","library_template_name":"delivery_update_1",
             "library_template_button_inputs":[{"type":"URL","url":{"base_url":"https://shop.example/{{1}}","url_suffix_example":"https://shop.example/A-9"}},
              {"type":"PHONE_NUMBER","phone_number":"+4930555000"},{"type":"QUICK_REPLY"}],
             "library_template_body_inputs":{"add_track_package_link":true}}
            """, """{"id":"5001","status":"APPROVED","category":"UTILITY"}"""),
        ["template health"] = (s => s.GetHealthStatusAsync(Template, Token), "GET", "5001?fields=health_status", "", "{}"),
        ["app health"] = (s => s.GetHealthStatusAsync("111", Token), "GET", "111?fields=health_status", "", "{}"),
        ["get number"] = (s => s.GetPhoneNumberAsync(Token), "GET", $"800200?fields={NumberFields}", "", """{"id":"800200"}"""),
        ["list numbers"] = (s => ReadAllAsync(s.GetPhoneNumbersAsync(Waba, Token)), "GET", $"700100/phone_numbers?fields={NumberFields}&limit=100", "", NoItems),
        ["number health"] = (s => s.GetHealthStatusAsync(Token), "GET", "800200?fields=health_status", "", "{}"),
        ["list blocked"] = (s => ReadAllAsync(s.GetBlockedAsync(Token)), "GET", "800200/block_users?limit=100", "", NoItems),
        ["list links"] = (s => ReadAllAsync(s.GetLinksAsync(Token)), "GET", "800200/message_qrdls", "", NoItems),
        ["list catalogs"] = (s => ReadAllAsync(s.GetCatalogsAsync(Waba, Token)), "GET", "700100/product_catalogs", "", NoItems),
        ["owned accounts"] = (s => ReadAllAsync(s.GetOwnedWabasAsync("600100", Token)), "GET", $"600100/owned_whatsapp_business_accounts?fields={WabaFields}&limit=100", "", NoItems),
        ["client accounts"] = (s => ReadAllAsync(s.GetClientWabasAsync("600100", Token)), "GET", $"600100/client_whatsapp_business_accounts?fields={WabaFields}&limit=100", "", NoItems),
        ["assigned users"] = (s => ReadAllAsync(s.GetAssignedUsersAsync(Waba, "600100", Token)), "GET", "700100/assigned_users?business=600100", "", NoItems),
        ["list subscriptions"] = (s => s.GetSubscribedAppsAsync(Waba, Token), "GET", "700100/subscribed_apps", "", NoItems),
        ["subscribe"] = (s => s.SubscribeAppAsync(Waba, Token), "POST", "700100/subscribed_apps", "{}", Done),
        ["subscribe with an address"] = (s => s.SubscribeAppAsync(Waba, new WebhookOverride(new Uri("https://bot.example/wa"), "verify-me"), Token), "POST", "700100/subscribed_apps",
            """{"override_callback_uri":"https://bot.example/wa","verify_token":"verify-me"}""", Done),
        ["unsubscribe"] = (s => s.UnsubscribeAppAsync(Waba, Token), "DELETE", "700100/subscribed_apps", "", Done),
        ["list flows"] = (s => ReadAllAsync(s.GetFlowsAsync(Waba, Token)), "GET", "700100/flows?fields=id,name,status,categories,validation_errors,json_version,data_api_version,endpoint_uri&limit=100", "", NoItems),
        ["flow metric"] = (s => s.GetFlowMetricAsync(Flow, FlowMetricName.EndpointRequestCount, new(2026, 11, 1), new(2026, 11, 28), cancellationToken: Token), "GET",
            "31337?fields=metric.name%28ENDPOINT_REQUEST_COUNT%29.granularity%28DAY%29.since%282026-11-01%29.until%282026-11-28%29", "", "{}"),
        ["flow files"] = (s => ReadAllAsync(s.GetFlowAssetsAsync(Flow, Token)), "GET", "31337/assets", "", NoItems),
        ["list groups"] = (s => ReadAllAsync(s.GetGroupsAsync(Token)), "GET", "800200/groups", "", NoItems),
        ["join requests"] = (s => ReadAllAsync(s.GetJoinRequestsAsync(Group, Token)), "GET", "G1/join_requests", "", NoItems),
        ["conversation analytics"] = (s => s.GetConversationAnalyticsAsync(Waba, From, To, "DAILY", ["COUNTRY"], Token), "GET",
            "700100?fields=conversation_analytics.start%281790000000%29.end%281790086400%29.granularity%28DAILY%29.dimensions%28%5B%22COUNTRY%22%5D%29", "", "{}"),
        ["activities"] = (s => ReadAllAsync(s.GetActivitiesAsync(Waba, Token)), "GET", "700100/activities", "", NoItems),
        ["release thread"] = (s => s.ControlThreadAsync(ThreadAction.Release, Phone, cancellationToken: Token), "POST", "800200/thread_control",
            """{"messaging_product":"whatsapp","action":"release","to":"+4915550001111"}""", Done),
        ["sync contacts"] = (s => s.RequestSyncAsync(CoexistenceSync.Contacts, Token), "POST", "800200/smb_app_data", """{"messaging_product":"whatsapp","sync_type":"smb_app_state_sync"}""", """{"request_id":"r1"}"""),
        ["sync history"] = (s => s.RequestSyncAsync(CoexistenceSync.History, Token), "POST", "800200/smb_app_data", """{"messaging_product":"whatsapp","sync_type":"history"}""", """{"request_id":"r2"}"""),
        ["encrypted message"] = (s => s.SendEncryptedAsync("aGVhZA.a2V5.aXY.dGV4dA.dGFn", Token), "POST", "800200/messages_encrypted",
            """{"messaging_product":"whatsapp","encrypted_contents":"aGVhZA.a2V5.aXY.dGV4dA.dGFn"}""", CloudApi.Sent),
        ["marketing message"] = (s => s.SendMarketingAsync(Phone, new TemplateMessage("summer", "de"), new SendOptions { MessageActivitySharing = true }, Token), "POST", "800200/marketing_messages",
            """{"messaging_product":"whatsapp","recipient_type":"individual","to":"+4915550001111","message_activity_sharing":true,"type":"template","template":{"name":"summer","language":{"code":"de"}}}""", CloudApi.Sent),
        ["look up media"] = (s => s.GetMediaAsync(new MediaId("900101"), Token), "GET", "900101?phone_number_id=800200", "", """{"id":"900101","url":"https://lookaside.example/a","mime_type":"image/jpeg"}"""),
        ["delete media"] = (s => s.DeleteMediaAsync(new MediaId("900101"), Token), "DELETE", "900101?phone_number_id=800200", "", Done),
        ["own token"] = (s => s.GetTokenInfoAsync(cancellationToken: Token), "GET", "debug_token?input_token=token-of-800200", "", """{"data":{"is_valid":true}}"""),
    };

    private static async Task ReadAllAsync<T>(IAsyncEnumerable<T> items)
    {
        await foreach (var item in items)
            Assert.NotNull(item);
    }
}
