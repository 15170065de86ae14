// What a natively compiled program can do with the packages. Published and run by ShopBot.PackageTests.
//   in:  WhatsApp.Client and Shopify.Client with their ASP.NET endpoints, over real HTTP on loopback; wholly rooted, so all of their code is analysed
//   out: the emulators and the dashboard, which are for development and for hosts with a runtime
using AotSmoke;

var platforms = await PlatformStub.StartAsync();
try
{
    await WhatsAppSmoke.RunAsync(platforms);
    await ShopifySmoke.RunAsync(platforms);
    Console.WriteLine("AOT smoke passed");
    return 0;
}
finally
{
    await platforms.DisposeAsync();
}
