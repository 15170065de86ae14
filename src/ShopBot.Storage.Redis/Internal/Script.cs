using System.Reflection;

namespace ShopBot.Storage.Redis.Internal;

/// <summary>The scripts of this package; Redis keeps them by their hash, so that only the first call carries the text.</summary>
internal static class Script
{
    public static string Take { get; } = Load("take");

    public static string Count { get; } = Load("count");

    public static string Settle { get; } = Load("settle");

    public static string Pause { get; } = Load("pause");

    private static string Load(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
