using System.Reflection;

namespace ShopBot.LoadTest.Running;

/// <summary>Where the programs under test are. <c>SHOPBOT_HOST_DLL</c> names another host, a published one for example.</summary>
internal static class Programs
{
    public static string Host { get; } = Environment.GetEnvironmentVariable("SHOPBOT_HOST_DLL") is { Length: > 0 } published ? Path.GetFullPath(published) : Built("ReferenceHost");

    public static string WhatsApp { get; } = Built("WhatsApp");

    public static string Shopify { get; } = Built("Shopify");

    public static string Probe { get; } = Built("Probe");

    private static string Built(string name) => Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, typeof(Programs).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == name).Value!));
}
