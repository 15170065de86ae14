using Microsoft.AspNetCore.Http;
using WhatsApp.Client.Tests.Media;

namespace WhatsApp.Client.Tests.Setup;

/// <summary>A platform where everything is right, until a test says otherwise.</summary>
public sealed class HealthyCloud : IAsyncDisposable
{
    public const string AppSecret = "0123456789abcdef";
    public static readonly MetaApp App = new("111", AppSecret);
    public static readonly WabaId Waba = new("700100");
    public static readonly Uri Callback = new("https://bot.example/wa");

    public HealthyCloud()
    {
        Token();
        Number();
        Health("""{"can_send_message":"AVAILABLE","entities":[{"entity_type":"PHONE_NUMBER","id":"800200","can_send_message":"AVAILABLE"}]}""");
        Cloud.OnJson("/v25.0/700100/phone_numbers", """{"data":[{"id":"800200"}],"paging":{"cursors":{"before":"a","after":"b"}}}""");
        Subscribed("""{"whatsapp_business_api_data":{"id":"111","name":"Bot"}}""");
        AppWebhooks("""{"object":"whatsapp_business_account","callback_url":"https://bot.example/wa","active":true,"fields":[{"name":"messages","version":"v25.0"}]}""");
    }

    public MediaCloud Cloud { get; } = new();

    public static SetupCheckRequest Everything => new() { Waba = Waba, App = App, CallbackUrl = Callback };

    public void Token(string extra = "", string scopes = """ "whatsapp_business_management","whatsapp_business_messaging" """, string targets = """["700100"]""") =>
        Cloud.OnJson("/v25.0/debug_token", $$"""
            {"data":{{{extra}}"app_id":"111","type":"SYSTEM_USER","is_valid":true,"expires_at":0,"data_access_expires_at":0,"user_id":"222","scopes":[{{scopes}}],
             "granular_scopes":[{"scope":"whatsapp_business_management","target_ids":{{targets}}},{"scope":"whatsapp_business_messaging"}]} }
            """);

    public void Number(string fields = "") => OnNumber(health: null, fields);

    public void Health(string json) => OnNumber(json, null);

    public void Subscribed(params string[] apps) => Cloud.OnJson("/v25.0/700100/subscribed_apps", $$"""{"data":[{{string.Join(',', apps)}}]}""");

    public void AppWebhooks(params string[] objects) => Cloud.OnJson("/v25.0/111/subscriptions", $$"""{"data":[{{string.Join(',', objects)}}]}""");

    public Task<SetupReport> CheckAsync(SetupCheckRequest? request = null) => Cloud.Sender.CheckSetupAsync(request ?? Everything, MediaCloud.Cancel);

    public ValueTask DisposeAsync() => Cloud.DisposeAsync();

    private string _health = "{}";
    private string _fields = "";

    /// <summary>The number and its health are one node, asked for with different fields. Given fields win over the healthy ones.</summary>
    private void OnNumber(string? health, string? fields)
    {
        _health = health ?? _health;
        _fields = fields ?? _fields;
        Cloud.On("/v25.0/800200", context => context.Response.WriteAsync(
            context.Request.Query["fields"] == "health_status"
                ? $$"""{"health_status":{{_health}},"id":"800200"}"""
                : $$"""
                    {"id":"800200","display_phone_number":"+49 30 555000","status":"CONNECTED","quality_rating":"GREEN","code_verification_status":"VERIFIED",
                     "name_status":"APPROVED","platform_type":"CLOUD_API","account_mode":"LIVE","throughput":{"level":"STANDARD"},"is_on_biz_app":false,
                     "whatsapp_business_manager_messaging_limit":"TIER_2K","webhook_configuration":{"application":"https://bot.example/wa"}{{_fields}}}
                    """));
    }
}
