namespace ShopBot.ArchitectureTests;

/// <summary>
/// Who may know whom. A new project under src is added here, in the same change, after a look at docs/architecture.md.
/// </summary>
internal static class AllowedArrows
{
    /// <summary>By project: what its file refers to, exactly, and which others its code may use beyond that (they come along with the first).</summary>
    public static IReadOnlyDictionary<string, Arrows> Table { get; } = new Dictionary<string, Arrows>(StringComparer.Ordinal)
    {
        // The two clients know nothing of each other or of the engine.
        ["WhatsApp.Client"] = new([]),
        ["Shopify.Client"] = new([]),
        ["WhatsApp.Client.AspNetCore"] = new(["WhatsApp.Client"]),
        ["Shopify.Client.AspNetCore"] = new(["Shopify.Client"]),

        // The emulators speak JSON and bytes: no client code, so that a mapping mistake cannot hide on both sides.
        ["WhatsApp.Emulator"] = new([]),
        ["WhatsApp.Emulator.Tool"] = new(["WhatsApp.Emulator"]),
        ["Shopify.Emulator"] = new([]),
        ["Shopify.Emulator.Tool"] = new(["Shopify.Emulator"]),

        // The engine's messages are WhatsApp messages; it knows neither shopping nor Shopify.
        ["ShopBot.Engine"] = new(["WhatsApp.Client"]),
        ["ShopBot.Testing"] = new(["ShopBot.Engine"], Also: ["WhatsApp.Client"]),
        ["ShopBot.Assistant"] = new(["ShopBot.Engine"], Also: ["WhatsApp.Client"]),
        ["ShopBot.Shopping"] = new(["ShopBot.Engine"], Also: ["WhatsApp.Client"]),
        ["ShopBot.Shopify"] = new(["ShopBot.Shopping", "Shopify.Client"], Also: ["ShopBot.Engine"]),
        ["ShopBot.Dashboard"] = new(["ShopBot.Engine", "ShopBot.Shopping"], Also: ["WhatsApp.Client"]),
        ["ShopBot.Storage.Sqlite"] = new(["ShopBot.Engine", "ShopBot.Shopping"]),
        ["ShopBot.Storage.Redis"] = new(["ShopBot.Engine"]),
        ["ShopBot.Storage.Postgres"] = new(["ShopBot.Engine", "ShopBot.Shopping"]),
        ["ShopBot.Storage.Testing"] = new(["ShopBot.Engine", "ShopBot.Shopping"]),
    };

    /// <param name="Declared">The project references of its file.</param>
    /// <param name="Also">What its code may use besides, without declaring it.</param>
    internal sealed record Arrows(string[] Declared, params string[] Also)
    {
        public IEnumerable<string> Usable => Declared.Concat(Also);
    }
}
