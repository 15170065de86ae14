using ShopBot.Engine.Storage;
using ShopBot.Storage.Testing;
using ShopBot.Storage.Testing.Lanes;

namespace Snippets.ShopBot;

public abstract class MyHarness : StorageHarness
{
    public static StorageHarness Open() => throw new NotSupportedException();
}

#region suite
public sealed class MyAppendTests() : AppendTests(MyHarness.Open);
#endregion
