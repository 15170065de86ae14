namespace ReferenceHost.Demo;

/// <summary>The demo's store and credentials. They open nothing but the emulators of this process.</summary>
internal static class DemoStore
{
    public const string Domain = "lumen-and-oak.myshopify.com";
    public const string ApiKey = "demo-api-key";
    public const string ApiSecret = "shpss_demo_secret";
    public const string PhoneNumberId = "100200300400";
    public const string BusinessAccountId = "500600700800";
    public const string AccessToken = "demo-whatsapp-token";
    public const string AppId = "900100200";
    public const string AppSecret = "demo-app-secret";
    public const string VerifyToken = "demo-verify-token";
    public const string WelcomeMessage = "Welcome to *Lumen & Oak*! Lamps, oak and linen for slow evenings. Browse the shop here, or tell me what you are looking for.";
}
