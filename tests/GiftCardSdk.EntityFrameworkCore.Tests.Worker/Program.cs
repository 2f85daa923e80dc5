using System.Globalization;
using GiftCardSdk;
using GiftCardSdk.EntityFrameworkCore.Tests;
using GiftCardSdk.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

// Database, address, token, secret, reference, gap, file of the clock: places one order and says how it ended.
if (args is not [var database, var address, var token, var secret, var reference, var gap, var clock])
{
    throw new ArgumentException("Seven arguments are needed: database, address, token, secret, reference, gap, clock.", nameof(args));
}

var sleeper = new Sleeper(Enum.Parse<Gap>(gap));
var services = new ServiceCollection();
services.AddSingleton<TimeProvider>(new FileClock(clock));
services.AddDbContextFactory<ShopContext>(options => options.UseNpgsql(database));
services
    .AddGiftCards()
    .UseEntityFrameworkJournal<ShopContext>()
    .UsePrimaryHandler(_ => new SleepyHandler(sleeper))
    .AddHuuray(options =>
    {
        options.BaseAddress = new Uri(address);
        options.ApiToken = token;
        options.ApiSecret = secret;
    });
var journal = services.Last(service => service.ServiceType == typeof(IOrderJournal)).ImplementationFactory!;
services.Replace(ServiceDescriptor.Singleton<IOrderJournal>(provider => new SleepyJournal((IOrderJournal)journal(provider), sleeper)));

var container = services.BuildServiceProvider();
await using var _ = container;
var account = container.GetRequiredService<IGiftCards>().GetAccount("huuray");
Console.WriteLine("ready");
Console.ReadLine();
try
{
    var order = await account.Orders.PlaceAsync(
        new OrderRequest
        {
            Reference = reference,
            Lines = [new() { ProductId = "pt-nord-kaffe-se", FaceValue = Money.Of(250, "SEK") }],
            Delivery = Delivery.Returned,
        }
    );
    Console.WriteLine($"accepted {order.Id}");
}
catch (GiftCardException failure)
{
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{failure.Outcome} {failure.Code} {failure.Message}"));
}
