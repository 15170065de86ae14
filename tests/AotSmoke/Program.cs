// What a natively compiled program can do with the packages. Published and run by ShopBot.PackageTests.
//   in:  WhatsApp.Client and Shopify.Client with their ASP.NET endpoints, over real HTTP on loopback; wholly rooted, so all of their code is analysed
//        ShopBot.Engine with a flow on ShopBot.Storage.Sqlite, and on ShopBot.Storage.Postgres where SHOPBOT_SMOKE_POSTGRES names a server, through a restart; questions and signed buttons by ShopBot.Testing; ShopBot.Assistant analysed
//   out: the emulators and the dashboard, which are for development and for hosts with a runtime
using AotSmoke;

var platforms = await PlatformStub.StartAsync();
try
{
    await WhatsAppSmoke.RunAsync(platforms);
    await ShopifySmoke.RunAsync(platforms);
    await EngineSmoke.RunOnSqliteAsync(platforms);
    if (Environment.GetEnvironmentVariable("SHOPBOT_SMOKE_POSTGRES") is { Length: > 0 } postgres)
    {
        await EngineSmoke.RunAsync(platforms, services => services.AddShopBotPostgres(options => options.ConnectionString = postgres));
        Console.WriteLine("PostgreSQL too");
    }

    await SmokeFlow.ChatAsync();
    Console.WriteLine("AOT smoke passed");
    return 0;
}
finally
{
    await platforms.DisposeAsync();
}
