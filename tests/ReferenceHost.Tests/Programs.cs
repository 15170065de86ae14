using System.Reflection;
using Tests;

namespace ReferenceHost.Tests;

/// <summary>Where the built programs are.</summary>
internal static class Programs
{
    /// <summary>The host under test: <c>SHOPBOT_HOST_DLL</c> (a published one, for example), or the one built with these tests.</summary>
    public static string Host { get; } = Environment.GetEnvironmentVariable("SHOPBOT_HOST_DLL") is { Length: > 0 } published ? Path.GetFullPath(published) : Built("ReferenceHost");

    /// <summary>The startup hook that kills the host at a named point.</summary>
    public static string CrashHook { get; } = Built("CrashHook");

    /// <summary>The repository's root.</summary>
    public static string Repository => RepositoryRoot.Path;

    private static string Built(string name)
    {
        var relative = typeof(Programs).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == name).Value!;
        return Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, relative));
    }
}
